#include "uvstream/stream/persistent_streams.h"

#include <utility>

#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/stream_use.h"

namespace uvstream::stream {

namespace {

// Null for what is no stream.
php_stream* stream_in(const zval* entry) {
    const zend_resource* const resource = Z_RES_P(entry);
    return resource->type == php_file_le_pstream() ? static_cast<php_stream*>(resource->ptr) : nullptr;
}

} // namespace

void close_persistent_streams() {
    zend_hash_reverse_apply(&EG(persistent_list), [](zval* entry) -> int {
        const php_stream* const stream = stream_in(entry);
        return stream != nullptr && is_ours(stream) ? ZEND_HASH_APPLY_REMOVE : ZEND_HASH_APPLY_KEEP;
    });
}

void give_back_streams(HashTable* persistent_list) {
    zval* entry;
    ZEND_HASH_FOREACH_VAL(persistent_list, entry) {
        php_stream* const stream = stream_in(entry);
        if (stream == nullptr) continue;
        if (is_ours(stream)) stream->ops = &below(stream);
        if (is_stdio(stream)) leave_to_php(stream);
    }
    ZEND_HASH_FOREACH_END();
}

namespace {

constexpr char kAside[] = "uvstream_aside__";

bool is_used_by_others(const zend_resource* resource) {
    if (resource->type != php_file_le_pstream() || resource->ptr == nullptr) return false;
    const UsedStream* const its = state().used_streams.find(static_cast<const php_stream*>(resource->ptr));
    return its != nullptr && its->users > own_uses(*its);
}

} // namespace

void set_aside_if_used(zend_string* key) {
    zval* const entry = zend_hash_find(&EG(persistent_list), key);
    if (entry == nullptr || !is_used_by_others(Z_RES_P(entry))) return;
    char text[64];
    const auto size = static_cast<size_t>(snprintf(text, sizeof(text), "%s%p", kAside, Z_RES_P(entry)->ptr));
    zend_string* const aside = zend_string_init(text, size, true);
    zend_hash_set_bucket_key(&EG(persistent_list), reinterpret_cast<Bucket*>(entry), aside);
    zend_string_release(aside);
    state().has_set_aside = true;
}

void close_set_aside() {
    if (!std::exchange(state().has_set_aside, false)) return;
    zend_hash_reverse_apply(&EG(persistent_list), [](zval* entry) -> int {
        const zend_string* const key = reinterpret_cast<const Bucket*>(entry)->key;
        const bool is_aside = key != nullptr && zend_string_starts_with_cstr(key, ZEND_STRL(kAside));
        return is_aside ? ZEND_HASH_APPLY_REMOVE : ZEND_HASH_APPLY_KEEP;
    });
}

} // namespace uvstream::stream
