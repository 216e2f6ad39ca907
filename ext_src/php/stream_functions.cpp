#include "uvstream/php/stream_functions.h"

#include "uvstream/net/open_socket.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/plain/read_write.h"
#include "uvstream/stream/state.h"
#include "uvstream/zend/exception_chain.h"

namespace uvstream::php {

// Its streams become ours, and are closed on exec like every socket.
PHP_FUNCTION(stream_socket_pair) {
    previous_handler(ZEND_FN(stream_socket_pair))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (Z_TYPE_P(return_value) != IS_ARRAY) return;
    zval* end;
    ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(return_value), end) {
        auto* stream = static_cast<php_stream*>(zend_fetch_resource2_ex(end, nullptr, php_file_le_stream(), 0));
        if (stream == nullptr) continue;
        net::set_close_on_exec(stream::socket_of(stream)->socket);
        stream::adopt_socket(stream);
    }
    ZEND_HASH_FOREACH_END();
}

namespace {

// A task was cancelled in the midst of a call that reads on: what that has by then is for whoever reads next.
void put_back_text(const zend_execute_data* execute_data, const zval* text) {
    if (EG(exception) == nullptr || Z_TYPE_P(text) != IS_STRING) return;
    if (zend::find_cancelled(EG(exception)) == nullptr) return;
    zval* const arg = ZEND_CALL_ARG(execute_data, 1);
    auto* const stream =
        static_cast<php_stream*>(zend_fetch_resource2_ex(arg, nullptr, php_file_le_stream(), php_file_le_pstream()));
    if (stream != nullptr && stream::is_ours(stream)) stream::put_back(stream, Z_STR_P(text));
}

} // namespace

PHP_FUNCTION(fgets) {
    previous_handler(ZEND_FN(fgets))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    put_back_text(execute_data, return_value);
}

// Our operations are told where a call begins and ends.
PHP_FUNCTION(stream_get_contents) {
    stream::WholeRead& whole_read = stream::notes().whole_read;
    const zval* const arg = ZEND_NUM_ARGS() > 0 ? ZEND_CALL_ARG(execute_data, 1) : nullptr;
    const bool is_resource = arg != nullptr && Z_TYPE_P(arg) == IS_RESOURCE;
    whole_read = {};
    whole_read.call = execute_data;
    whole_read.function = execute_data->func;
    whole_read.stream = is_resource ? static_cast<const php_stream*>(Z_RES_P(arg)->ptr) : nullptr;
    previous_handler(ZEND_FN(stream_get_contents))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    whole_read = {};
    put_back_text(execute_data, return_value);
}

} // namespace uvstream::php
