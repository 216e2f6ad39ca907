#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Built-in functions whose handlers are ours. Their entries stay PHP's: arginfo, reflection, named arguments, strict
// types and disable_functions know no difference. Put back at shut-down where the handler is still ours.
void replace_functions();
void restore_functions();

// Their names, for `php --ri`.
zend_string* replaced_function_names();

// The handler that stood in the place of `ours`.
zif_handler previous_handler(zif_handler ours);

// php_stream_context_from_zval(), which does not compile as C++: the context of an optional argument, and without one
// the default or none. Throws, and returns null, where the argument is no context.
php_stream_context* context_from(zval* arg, bool no_default);

PHP_FUNCTION(stream_socket_server);
PHP_FUNCTION(stream_socket_accept);
PHP_FUNCTION(stream_socket_client);
PHP_FUNCTION(fsockopen);
PHP_FUNCTION(pfsockopen);
PHP_FUNCTION(stream_socket_enable_crypto);
PHP_FUNCTION(stream_select);
PHP_FUNCTION(stream_get_contents);
PHP_FUNCTION(stream_get_transports);
PHP_FUNCTION(stream_socket_pair);
PHP_FUNCTION(fclose);
PHP_FUNCTION(pcntl_fork);
PHP_FUNCTION(pcntl_signal);
PHP_FUNCTION(pcntl_async_signals);

// What later versions of PHP have by themselves, and ours are to have, too: null for no functions.
const zend_function_entry* missing_functions();
void register_missing_constants(int module_number);

// Has the doomed streams freed at the engine's safe points.
void install_close_guard();
void remove_close_guard();

} // namespace uvstream::php
