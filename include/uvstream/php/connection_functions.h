#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Functions of PHP's database clients that wait within what no other task is to come into meanwhile: they leave PHP's
// own memory half changed. One task at a time is in them, of those on the same connection or statement.
PHP_FUNCTION(pg_close);

// The second task would get a connection of its own, and in PHP's list of persistent ones replace that of the first,
// which PHP frees then, in use.
PHP_FUNCTION(pg_pconnect);
ZEND_METHOD(PDO, __construct);
ZEND_METHOD(PDO, connect);

// The second task's parameters would take the place of those that the first one is about to send.
ZEND_METHOD(PDOStatement, execute);

// Each row of a scrollable cursor is a query's, in the place of the one before.
ZEND_METHOD(PDOStatement, fetch);
ZEND_METHOD(PDOStatement, fetchAll);
ZEND_METHOD(PDOStatement, fetchColumn);
ZEND_METHOD(PDOStatement, fetchObject);
ZEND_METHOD(PDOStatement, getColumnMeta);

} // namespace uvstream::php
