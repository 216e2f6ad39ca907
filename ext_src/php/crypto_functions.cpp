#include "uvstream/php/crypto_functions.h"

#include "uvstream/php/own_names.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::php {

// A socket that no transport made becomes ours first: php://fd.
PHP_FUNCTION(stream_socket_enable_crypto) {
    php_stream* const stream = stream::first_stream(execute_data);
    if (stream != nullptr && !stream::is_ours(stream)) stream::adopt_socket(stream);
    previous_handler<ZEND_FN(stream_socket_enable_crypto)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

static_assert(static_cast<int>(stream::Wants::Nothing) == STREAM_CRYPTO_STATUS_NONE &&
              static_cast<int>(stream::Wants::Read) == STREAM_CRYPTO_STATUS_WANT_READ &&
              static_cast<int>(stream::Wants::Write) == STREAM_CRYPTO_STATUS_WANT_WRITE);

// PHP's own since 8.6.
PHP_FUNCTION(stream_socket_get_crypto_status) {
    php_stream* stream;
    zval* arg;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    UVSTREAM_PARAM_STREAM(stream, arg)
    ZEND_PARSE_PARAMETERS_END();

    UVSTREAM_FETCH_STREAM(stream, arg);
    const bool has_status = stream::is_ours(stream) && stream::may_speak_tls(stream);
    if (!has_status) zend::warn_no_crypto();
    RETURN_LONG(has_status ? static_cast<zend_long>(stream::wants_of(stream)) : STREAM_CRYPTO_STATUS_NONE);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_stream_socket_get_crypto_status, 0, 1, IS_LONG, 0)
ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

static const zend_function_entry crypto_status_functions[] = {
    PHP_FE(stream_socket_get_crypto_status, arginfo_stream_socket_get_crypto_status) PHP_FE_END};

const zend_function_entry* later_functions() { return crypto_status_functions; }

void declare_later_constants(int module_number) {
    declare_constant("STREAM_CRYPTO_STATUS_NONE", STREAM_CRYPTO_STATUS_NONE, module_number);
    declare_constant("STREAM_CRYPTO_STATUS_WANT_READ", STREAM_CRYPTO_STATUS_WANT_READ, module_number);
    declare_constant("STREAM_CRYPTO_STATUS_WANT_WRITE", STREAM_CRYPTO_STATUS_WANT_WRITE, module_number);
}

} // namespace uvstream::php
