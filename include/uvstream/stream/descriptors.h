#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "uvstream/net/socket_memory.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/stream/tls/tls_memory.h"

namespace uvstream::stream {

// Whose turn it is, among several strands; taken by the one within an operation: see Exchange.
struct Turns {
    sched::Exclusive reading, writing; // the script
    sched::Exclusive exchange;         // a C client, to do either
    std::string aside;                 // what the stream has read, and those who have no turn are not to see
    void cancel_waits() {
        for (sched::Exclusive* turn : {&reading, &writing, &exchange}) turn->cancel_waits();
    }
};

// What is remembered for a stream with PHP's own operations on files.
struct StdioMemory {
    enum class Kind : uint8_t {
        Unknown, // nobody has asked yet
        Parks,   // a pipe, a terminal, a socket
        Blocks,  // a file, which is always ready; or what C's stdio reads, in a buffer of its own
    };
    Kind kind = Kind::Unknown;
    bool has_timed_out = false;
    int64_t timeout_us = -1; // of stream_set_timeout(); negative: none
};

// What streams remember of a descriptor, beside the kernel. Void when it is closed, or its number is another's.
struct Descriptor {
    net::SocketMemory memory;
    bool is_read_shut = false;     // a read of nothing is the end, also on a datagram socket
    bool is_cut_off = false;       // a strand was cancelled in the midst of an exchange: reads are at the end
    bool may_be_closing = false;   // a stream of this descriptor was closed while in use: ask is_closing()
    int64_t client_timeout_us = 0; // of a TLS client's handshake; negative: none, 0: nobody has said (pairs, php://fd)
    StdioMemory stdio;
    std::unique_ptr<Turns> turns;   // once there were several strands
    std::unique_ptr<TlsMemory> tls; // of those that speak TLS, or are about to

    // Whether a strand is within its TLS handshake.
    bool in_handshake() const { return tls != nullptr && tls->handshake.is_taken(); }

    // It was found readable: the next operation need not wait first.
    void expect_data() {
        memory.first_try.reset();
        if (tls != nullptr) tls->is_drained = false;
    }
};

// The entry of a descriptor that is open; it stays where it is.
Descriptor& descriptor(int fd);

// A new descriptor under this number: whatever was remembered of an older one is void.
Descriptor& opened(int fd);

// Before the descriptor is closed.
void closing(int fd);

// Its TLS memory, made where there is none.
inline TlsMemory& tls_memory(Descriptor& its) {
    if (its.tls == nullptr) its.tls = std::make_unique<TlsMemory>();
    return *its.tls;
}
inline TlsMemory& tls_memory(int fd) { return tls_memory(descriptor(fd)); }

// The same for who only asks: that of one without TLS is empty.
const TlsMemory& known_tls(int fd);

} // namespace uvstream::stream
