#include "uvstream/php/arguments.h"

namespace uvstream::php {

php_stream_context* context_from(zval* arg, bool no_default) {
    if (arg != nullptr) {
        return static_cast<php_stream_context*>(zend_fetch_resource_ex(arg, "Stream-Context", php_le_stream_context()));
    }
    if (no_default) return nullptr;
    if (FG(default_context) == nullptr) FG(default_context) = php_stream_context_alloc();
    return FG(default_context);
}

} // namespace uvstream::php
