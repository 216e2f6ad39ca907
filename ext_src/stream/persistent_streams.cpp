#include "uvstream/stream/persistent_streams.h"

#include "uvstream/stream/ops_tables.h"

namespace uvstream::stream {

void close_persistent_streams() {
    zend_hash_reverse_apply(&EG(persistent_list), [](zval* entry) -> int {
        const zend_resource* const resource = Z_RES_P(entry);
        if (resource->type != php_file_le_pstream() || resource->ptr == nullptr) return ZEND_HASH_APPLY_KEEP;
        return is_ours(static_cast<const php_stream*>(resource->ptr)) ? ZEND_HASH_APPLY_REMOVE : ZEND_HASH_APPLY_KEEP;
    });
}

void give_back_streams(HashTable* persistent_list) {
    zval* entry;
    ZEND_HASH_FOREACH_VAL(persistent_list, entry) {
        const zend_resource* const resource = Z_RES_P(entry);
        if (resource->type != php_file_le_pstream() || resource->ptr == nullptr) continue;
        auto* const stream = static_cast<php_stream*>(resource->ptr);
        if (is_ours(stream)) stream->ops = &below(stream);
    }
    ZEND_HASH_FOREACH_END();
}

} // namespace uvstream::stream
