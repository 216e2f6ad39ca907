#include "uvstream/zend/xml_loading.h"

#include <utility>

#include "uvstream/zend/modules.h"

namespace uvstream::zend {

void* XmlLoading::globals_ = nullptr;
size_t XmlLoading::size_ = 0;

namespace {

// The context, a text and a list of errors, the loader of what is named; and the refusal.
bool is_known(size_t size) {
    constexpr size_t kSize =
        sizeof(zval) + sizeof(smart_str) + sizeof(zend_llist*) + sizeof(zend_fcall_info_cache) + alignof(zval);
    return size == kSize || size == kSize + sizeof(zval) + sizeof(zend_fcall_info); // the latter up to PHP 8.3
}

} // namespace

void XmlLoading::find() {
    const zend_module_entry* const module = find_module("libxml");
    if (module == nullptr || !is_known(module->globals_size)) return;
    size_ = module->globals_size;
#ifdef ZTS
    globals_ = module->globals_id_ptr;
#else
    globals_ = module->globals_ptr;
#endif
}

zval* XmlLoading::context() {
#ifdef ZTS
    return static_cast<zval*>(TSRMG_BULK(*static_cast<ts_rsrc_id*>(globals_), void*));
#else
    return static_cast<zval*>(globals_);
#endif
}

bool& XmlLoading::refuses() {
    return *reinterpret_cast<bool*>(reinterpret_cast<char*>(context()) + size_ - alignof(zval));
}

void XmlLoading::take() {
    if (globals_ == nullptr) return;
    ZVAL_COPY_VALUE(&context_, context());
    ZVAL_UNDEF(context());
    refuses_ = std::exchange(refuses(), false);
}

void XmlLoading::put() {
    if (globals_ == nullptr) return;
    ZVAL_COPY_VALUE(context(), &context_);
    refuses() = refuses_;
    forget();
}

void XmlLoading::copy_current() {
    if (globals_ == nullptr) return;
    ZVAL_COPY(&context_, context());
    refuses_ = refuses();
}

void XmlLoading::drop() {
    zval dropped;
    ZVAL_COPY_VALUE(&dropped, &context_);
    forget();
    zval_ptr_dtor(&dropped);
}

} // namespace uvstream::zend
