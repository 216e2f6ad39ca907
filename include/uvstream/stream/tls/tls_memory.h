#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/sched/exclusive.h"

namespace uvstream::stream {

// The bit of a STREAM_CRYPTO_METHOD_... that says that it is a client's; ext/openssl calls it STREAM_CRYPTO_IS_CLIENT.
inline constexpr int kClientBit = 1;

// What an operation that may not wait would have had to wait for: until the descriptor is readable, or writable.
enum class Wants : uint8_t { Nothing, Read, Write };

// What is remembered of a connection that speaks TLS, or is about to. It is the descriptor's, and stays where it is
// until that is closed, which is not before the operations on its stream have returned: they look it up once.
struct TlsMemory {
    int method = 0;         // of the handshake that it, or each of a listener's connections, begins with; 0: in plain
    unsigned fork_mark = 0; // State's at the last read or write; if that is another, a forked process may have it, too
    Wants wants = Wants::Nothing;
    int64_t wants_since = 0; // how many bytes the stream had got when `wants` was set
    bool is_crossed = false; // `wants` is Read of a write, or Write of a read: TLS had something of its own to do
    bool is_client = false;
    bool is_shared = false;  // a listener: its connections share what ext/openssl has made of its context
    bool is_set_up = false;  // methods and certificates are known; stays so when TLS is switched off
    bool has_failed = false; // a handshake that was still to come: the connection is of no more use
    bool blocks = false; // what the user has set, once TLS is active; the kernel and ext/openssl are told it does not
    bool is_drained = false;    // the last read took all that there was, so the next may wait before it tries
    unsigned since_asked = 0;   // bytes written since the kernel was last asked whether there is room
    std::vector<char> taken;    // bytes that count as written, and that OpenSSL must be given again
    unsigned takings = 0;       // how often bytes were taken: a write knows by that whether they are still its own
    sched::Exclusive handshake; // taken by the strand within the handshake, which nobody else may disturb
};

} // namespace uvstream::stream
