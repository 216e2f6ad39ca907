#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Why waits end before their time: the cases of Uvstream\CancelReason, in their order.
enum class CancelReason : uint8_t {
    Requested, // asked for
    Failure,   // a sibling or the scope failed
    Deadline,  // the scope's deadline has passed
    Shutdown,  // the script ends
};

// The case's name.
inline const char* name_of(CancelReason reason) {
    switch (reason) {
    case CancelReason::Failure: return "Failure";
    case CancelReason::Deadline: return "Deadline";
    case CancelReason::Shutdown: return "Shutdown";
    default: return "Requested";
    }
}

// It is for good: a second one changes nothing.
struct Cancellation {
    bool is_set = false;
    CancelReason reason = CancelReason::Requested;
    zend_string* message = nullptr; // owned

    // False where it was set before. Copies the message, which may be null.
    bool set(CancelReason its_reason, zend_string* its_message) {
        if (is_set) return false;
        is_set = true;
        reason = its_reason;
        message = its_message != nullptr ? zend_string_copy(its_message) : nullptr;
        return true;
    }
    void clear() {
        if (message != nullptr) zend_string_release(message);
        *this = {};
    }
};

} // namespace uvstream::task
