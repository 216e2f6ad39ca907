#include "uvstream/stream/php_wrapper.h"

#include "uvstream/stream/ops_tables.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

namespace {

constexpr char kName[] = "php";

// Written at module start-up, before any thread. All but the opener is PHP's own.
const php_stream_wrapper* previous = nullptr;
php_stream_wrapper_ops ops;
php_stream_wrapper ours;

php_stream* open(php_stream_wrapper* wrapper, const char* path, const char* mode, int options,
                 zend_string** opened_path, php_stream_context* context STREAMS_DC) {
    php_stream* const stream =
        previous->wops->stream_opener(wrapper, path, mode, options, opened_path, context STREAMS_REL_CC);
    if (stream != nullptr) adopt_socket(stream);
    return stream;
}

const void* registered() {
    return zend_hash_str_find_ptr(php_stream_get_url_stream_wrappers_hash_global(), ZEND_STRL(kName));
}

void put(const php_stream_wrapper* wrapper) {
    HashTable* const wrappers = php_stream_get_url_stream_wrappers_hash_global();
    zend_hash_str_update_ptr(wrappers, ZEND_STRL(kName), const_cast<php_stream_wrapper*>(wrapper));
}

} // namespace

void take_over_php_wrapper() {
    previous = static_cast<const php_stream_wrapper*>(registered());
    if (previous == nullptr) return;
    ops = *previous->wops;
    ops.stream_opener = open;
    ours = *previous;
    ours.wops = &ops;
    put(&ours);
}

void give_back_php_wrapper() {
    if (previous != nullptr && registered() == &ours) put(previous);
}

} // namespace uvstream::stream
