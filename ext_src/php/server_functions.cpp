#include "uvstream/php/server_functions.h"

#include "uvstream/php/arguments.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::php {

namespace {

// Null for none: a negative number of seconds, or one that no timeval holds.
timeval* timeout_from(double seconds, timeval* into) {
    if (seconds < 0.0 || seconds >= static_cast<double>(UINT64_MAX) / 1000000.0) return nullptr;
    const auto us = static_cast<uint64_t>(seconds * 1000000.0);
    into->tv_sec = static_cast<time_t>(us / 1000000);
    into->tv_usec = static_cast<suseconds_t>(us % 1000000);
    return into;
}

} // namespace

// As in stock but for the error: the code is that of bind() or listen(), which our ops left in the strand's notes.
PHP_FUNCTION(stream_socket_server) {
    zend_string* address;
    zval* error_code = nullptr;
    zval* error_message = nullptr;
    zval* context_arg = nullptr;
    zend_long flags = STREAM_XPORT_BIND | STREAM_XPORT_LISTEN;

    ZEND_PARSE_PARAMETERS_START(1, 5)
    Z_PARAM_STR(address)
    Z_PARAM_OPTIONAL
    Z_PARAM_ZVAL(error_code)
    Z_PARAM_ZVAL(error_message)
    Z_PARAM_LONG(flags)
    Z_PARAM_RESOURCE_OR_NULL(context_arg)
    ZEND_PARSE_PARAMETERS_END();

    RETVAL_FALSE;
    php_stream_context* const context = context_from(context_arg, (flags & PHP_FILE_NO_DEFAULT_CONTEXT) != 0);
    if (error_code != nullptr) ZEND_TRY_ASSIGN_REF_LONG(error_code, 0);
    if (error_message != nullptr) ZEND_TRY_ASSIGN_REF_EMPTY_STRING(error_message);

    stream::notes().server_error = 0;
    zend_string* text = nullptr;
    int code = 0;
    php_stream* const stream =
        php_stream_xport_create(ZSTR_VAL(address), ZSTR_LEN(address), REPORT_ERRORS,
                                STREAM_XPORT_SERVER | static_cast<int>(flags), nullptr, nullptr, context, &text, &code);
    if (stream != nullptr) {
        if (text != nullptr) zend_string_release(text);
        php_stream_to_zval(stream, return_value);
        return;
    }
    // Kept: the warning may run a handler of the script's that makes the next server.
    const int its_error = stream::notes().server_error;
    const int server_error = its_error != 0 ? its_error : code;
    zend::warn_server_failed(ZSTR_VAL(address), text);
    if (error_code != nullptr) ZEND_TRY_ASSIGN_REF_LONG(error_code, server_error);
    if (error_message != nullptr && text != nullptr) {
        ZEND_TRY_ASSIGN_REF_STR(error_message, text);
    } else if (text != nullptr) {
        zend_string_release(text);
    }
}

// As in stock, but for the warning: none beside an exception, or an exit(), that a signal handler brought.
PHP_FUNCTION(stream_socket_accept) {
    php_stream* server;
    zval* server_arg = nullptr;
    double timeout = 0;
    bool has_no_timeout = true;
    zval* peer_name = nullptr;

    ZEND_PARSE_PARAMETERS_START(1, 3)
    UVSTREAM_PARAM_STREAM(server, server_arg)
    Z_PARAM_OPTIONAL
    Z_PARAM_DOUBLE_OR_NULL(timeout, has_no_timeout)
    Z_PARAM_ZVAL(peer_name)
    ZEND_PARSE_PARAMETERS_END();

    if (has_no_timeout) {
        timeout = static_cast<double>(FG(default_socket_timeout));
    } else if (!zend_finite(timeout)) {
        zend::throw_not_finite(2);
        RETURN_THROWS();
    }
    UVSTREAM_FETCH_STREAM(server, server_arg);
    if (!stream::is_ours(server)) stream::adopt_socket(server);

    timeval limit;
    php_stream* client = nullptr;
    zend_string* name = nullptr;
    zend_string* text = nullptr;
    zend::begin_stream_errors();
    const int failed = php_stream_xport_accept(server, &client, peer_name != nullptr ? &name : nullptr, nullptr,
                                               nullptr, timeout_from(timeout, &limit), &text);
    if (failed == 0 && client != nullptr) {
        if (name != nullptr) ZEND_TRY_ASSIGN_REF_STR(peer_name, name);
        php_stream_to_zval(client, return_value);
    } else {
        if (name != nullptr) zend_string_release(name);
        RETVAL_FALSE;
        zend::warn_accept_failed(server, text);
    }
    zend::end_stream_errors_of(server);
    if (text != nullptr) zend_string_release(text);
    stream::free_closing_soon(); // (the warning's handler was a safe point that came too early for our own argument)
}

PHP_FUNCTION(stream_get_transports) {
    ZEND_PARSE_PARAMETERS_NONE();

    HashTable* const transports = php_stream_xport_get_hash();
    array_init_size(return_value, zend_hash_num_elements(transports));
    zend_string* name;
    ZEND_HASH_FOREACH_STR_KEY(transports, name) {
        if (name != nullptr) add_next_index_str(return_value, zend_string_copy(name));
    }
    ZEND_HASH_FOREACH_END();
}

} // namespace uvstream::php
