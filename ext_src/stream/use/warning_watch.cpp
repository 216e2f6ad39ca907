#include "uvstream/stream/use/warning_watch.h"

#include <atomic>
#include <cctype>
#include <cstring>

#include "uvstream/base/stay_loaded.h"
#include "uvstream/stream/state.h"

namespace uvstream::stream {

namespace {

// Set from module start-up to shut-down: errors come later, too, when the globals are gone.
std::atomic<bool> is_observing{false};

void on_error(int type, zend_string*, uint32_t, zend_string* message) {
    if ((type & E_WARNING) == 0 || !is_observing.load(std::memory_order_relaxed)) return;
    if (UVSTREAM_G(state) != nullptr && state().warning_watch != nullptr) state().warning_watch->note(message);
}

} // namespace

WarningWatch::WarningWatch() : outer_(state().warning_watch), frame_(EG(current_execute_data)) {
    state().warning_watch = this;
}

WarningWatch::~WarningWatch() {
    // It need not be the innermost: a fiber of the script's, suspended within an error handler, leaves its watch
    // behind.
    WarningWatch** link = &state().warning_watch;
    while (*link != this && *link != nullptr) link = &(*link)->outer_;
    if (*link == this) *link = outer_;
    if (first_ != nullptr) zend_string_release(first_);
}

void WarningWatch::note(zend_string* message) {
    if (first_ == nullptr && frame_ == EG(current_execute_data)) first_ = zend_string_copy(message);
}

zend_string* without_function(const zend_string* message) {
    const char* const text = ZSTR_VAL(message);
    size_t size = 0;
    while (isalnum(static_cast<unsigned char>(text[size])) || text[size] == '_' || text[size] == ':') ++size;
    const size_t prefix = strncmp(text + size, "(): ", 4) == 0 ? size + 4 : 0;
    return zend_string_init(text + prefix, ZSTR_LEN(message) - prefix, 0);
}

void observe_warnings() {
    if (!base::stay_loaded()) return;
    zend_observer_error_register(on_error);
    is_observing.store(true, std::memory_order_relaxed);
}

bool sees_warnings() { return zend::kHasStreamErrors || is_observing.load(std::memory_order_relaxed); }

void ignore_warnings() { is_observing.store(false, std::memory_order_relaxed); }

} // namespace uvstream::stream
