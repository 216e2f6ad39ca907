#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/sched/turns.h"

namespace uvstream::stream {

// Of a STREAM_CRYPTO_METHOD_...: whose side it is; ext/openssl calls it STREAM_CRYPTO_IS_CLIENT.
inline constexpr int kClientBit = 1;

// What an operation on a non-blocking connection would have had to wait for.
enum class Wants : uint8_t { Nothing, Read, Write };

// What is remembered of a connection that speaks TLS, or is about to.
struct TlsMemory {
    int method = 0;         // of the handshake that it, or a listener's connections, begins with; 0: in plain
    unsigned fork_mark = 0; // of the last read or write: another process may have got it by a fork since
    Wants wants = Wants::Nothing;
    int64_t wants_since = 0; // how many bytes had come then
    bool is_crossed = false; // `wants` is what a write would have had to read first, or a read to write
    bool is_client = false;
    bool is_shared = false;   // a listener: its connections share what ext/openssl has made of its context
    bool is_set_up = false;   // methods and certificates are known; stays so when TLS is switched off
    bool has_failed = false;  // a handshake that was still to come: the connection is of no more use
    bool blocks = false;      // as the user says; in the kernel and to ext/openssl it never does
    bool is_drained = false;  // the last read took all that there was, so the next may wait first
    unsigned since_asked = 0; // bytes written since the kernel was last asked whether it has room
    std::vector<char> taken;  // bytes that count as written, and that OpenSSL must be given again
    unsigned takings = 0;     // how often bytes were taken: whose they are, where several strands write
    sched::Turns handshake;   // taken by the strand within the handshake, which nobody else may disturb
};

} // namespace uvstream::stream
