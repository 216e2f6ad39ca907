#include "uvstream/php/pair_functions.h"

#include "uvstream/net/open_socket.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/call_arguments.h"

namespace uvstream::php {

namespace {

template <class Visit> void for_each_stream(const zval* array, Visit visit) {
    if (Z_TYPE_P(array) != IS_ARRAY) return;
    zval* element;
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(array), element) {
        if (php_stream* const stream = stream::stream_of(element)) visit(stream);
    }
    ZEND_HASH_FOREACH_END();
}

} // namespace

// Its streams become ours, and are closed on exec like every socket.
PHP_FUNCTION(stream_socket_pair) {
    previous_handler<ZEND_FN(stream_socket_pair)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    for_each_stream(return_value, [](php_stream* stream) {
        net::set_close_on_exec(stream::socket_of(stream)->socket);
        stream::adopt_socket(stream);
    });
}

PHP_FUNCTION(proc_open) {
    previous_handler<ZEND_FN(proc_open)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (Z_TYPE_P(return_value) != IS_RESOURCE) return;
    const zval* pipes = ZEND_CALL_ARG(execute_data, 3);
    ZVAL_DEREF(pipes);
    for_each_stream(pipes, stream::adopt_socket);
}

} // namespace uvstream::php
