#pragma once

namespace uvstream::zend {

// What php.ini, or ini_set(), says of error_reporting, whatever a @ has made of it.
int ini_error_reporting();

} // namespace uvstream::zend
