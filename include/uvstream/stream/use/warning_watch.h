#pragma once

#include "uvstream/zend/compat.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Whether C code in its scope raised a warning, and what the first one said: code below us has no other way to say why
// it failed. Those of user code that it calls (a session_get_cb) are none of its own. Lives on the C stack, where no
// fatal error passes by: see call_below().
class WarningWatch {
  public:
    WarningWatch();
    ~WarningWatch();
    WarningWatch(const WarningWatch&) = delete;
    WarningWatch& operator=(const WarningWatch&) = delete;

    // Null for none.
    const zend_string* first() const { return first_ != nullptr ? first_ : mark_.next(); }

    // What PHP's observer of errors tells the innermost one.
    void note(zend_string* message);

  private:
    WarningWatch* outer_;
    const zend_execute_data* frame_; // of the function that calls the C code
    zend_string* first_ = nullptr;   // referenced
    zend::StreamErrorMark mark_;
};

// A warning's text without the name of the function that PHP sets before it. To be released.
zend_string* without_function(const zend_string* message);

// At module start-up. PHP takes no observer back, so the module stays loaded until the process ends.
void observe_warnings();
// At its shut-down.
void ignore_warnings();

// Whether warnings are seen: not where the module was loaded by dl().
bool sees_warnings();

} // namespace uvstream::stream
