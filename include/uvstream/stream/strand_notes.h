#pragma once

#include <memory>
#include <vector>

#include "uvstream/stream/use/taking.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

struct UsedStream;
struct UseSet;

// A call of stream_get_contents(), which asks for the end before each read: see read_write.cpp.
struct WholeRead {
    const zend_execute_data* call = nullptr;
    const zend_function* function = nullptr;
    const php_stream* stream = nullptr;
    bool has_read = false;
    bool is_dry = false; // nothing was there a moment ago
};

// What ext/openssl said last of a failure. For the scripts' error messages: the text that an operation hands up would
// change the warning "(Unknown error)" as well. Owns its text, which is the request's memory: State::end_request()
// clears it, for no destructor runs in time.
class TlsReason {
  public:
    bool is_set() const { return text_ != nullptr; }
    void set(zend_string* text); // takes it; null for none
    void clear() { set(nullptr); }
    zend_string* take(); // the caller is to release it; null for none

  private:
    zend_string* text_ = nullptr;
};

// PHP's own functions warn of a connect that has failed, also where an exception says more. What the script's
// error_reporting is meanwhile: the function that is around PHP's puts it right again.
struct Hush {
    bool is_expected = false;
    bool is_on = false;
    int error_reporting = 0; // before
};

// What the calls under way remember between their operations. One of PHP's own Fibers that leaves its strand within a
// wait takes them along: see FiberWaits.
struct CallNotes {
    int server_error = 0; // of the last bind or listen: PHP's own API has no way to hand it up
    TlsReason tls_reason;
    Hush hush;
    WholeRead whole_read;                             // the last one that began, and has not ended
    std::unique_ptr<Taking> taking;                   // of the call under way, if it is one that keeps it
    const zend_execute_data* exchange_call = nullptr; // in which it had an exchange that others wait for
};

// What a strand remembers, and another strand must not see: reached by notes().
struct StrandNotes : CallNotes {
    UseSet* uses = nullptr;           // of its waits and of the user code within them, the newest first
    std::vector<UsedStream*> to_free; // closing streams that it was the last to use: freed at its next safe point

    void reset();
};

} // namespace uvstream::stream
