#include "uvstream/php/pair_functions.h"

#include "uvstream/net/open_socket.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"

namespace uvstream::php {

// Its streams become ours, and are closed on exec like every socket.
PHP_FUNCTION(stream_socket_pair) {
    previous_handler<ZEND_FN(stream_socket_pair)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
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

} // namespace uvstream::php
