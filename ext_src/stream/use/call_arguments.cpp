#include "uvstream/stream/use/call_arguments.h"

namespace uvstream::stream {

php_stream* stream_of(const zval* value) {
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) != IS_RESOURCE) return nullptr;
    const zend_resource* const resource = Z_RES_P(value);
    const bool is_stream = resource->type == php_file_le_stream() || resource->type == php_file_le_pstream();
    return is_stream ? static_cast<php_stream*>(resource->ptr) : nullptr;
}

} // namespace uvstream::stream
