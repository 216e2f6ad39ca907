#include "uvstream/stream/strand_notes.h"

#include <utility>

namespace uvstream::stream {

void TlsReason::set(zend_string* text) {
    if (text_ != nullptr) zend_string_release(text_);
    text_ = text;
}

zend_string* TlsReason::take() { return std::exchange(text_, nullptr); }

void StrandNotes::reset() {
    tls_reason.clear();
    *static_cast<CallNotes*>(this) = {};
    uses = nullptr;
    to_free.clear();
}

} // namespace uvstream::stream
