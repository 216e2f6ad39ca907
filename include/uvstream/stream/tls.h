#pragma once

#include "uvstream/stream/transport.h"

// TLS. ext/openssl's operations do the cryptography, and whatever its context options ask for; they are called so that
// they never wait, and where they would, we do.
namespace uvstream::stream {

// Of a STREAM_CRYPTO_METHOD_...: whose side it is; ext/openssl calls it STREAM_CRYPTO_IS_CLIENT.
inline constexpr int kClientBit = 1;

inline sched::TlsMemory& tls_memory(int fd) { return state().scheduler.watchers.at(fd).tls; }

// Whether it speaks TLS, or could be made to.
bool may_speak_tls(const php_stream* stream);

// Whether bytes on the socket itself are out of place: TLS is there, or about to be.
bool speaks_tls(const php_stream* stream);

// What the last operation on a non-blocking stream would have had to wait for: by PHP 8.6's rule nothing, where it gave
// what had come before.
void set_wants(php_stream* stream, sched::Wants wants);
sched::Wants wants_of(const php_stream* stream);

// Before an operation, which is to find that out anew.
void forget_wants(int fd);

// Of a read or write that may not wait: remembers what to come back for, which may not be what it does itself.
// Returns 0, for the operation to say.
ssize_t come_back_for(php_stream* stream, sched::Wants wants, sched::Wants its_own);

// tls_ops.cpp: a stream whose TLS is active.

ssize_t tls_read(php_stream* stream, char* buffer, size_t count);

// PHP_STREAM_OPTION_CHECK_LIVENESS, without a wait.
int check_tls_liveness(php_stream* stream);

// Before ext/openssl sends its close_notify, which it tries once. On a stream that blocks that may wait for room, at
// most the stream's timeout, in the kernel: it is left blocking there then, and with that timeout for sends.
void make_room_for_close_notify(const php_netstream_data_t* socket, const sched::TlsMemory& tls);

// The same before the descriptor is closed; where another process goes on with the connection, nothing is sent.
void prepare_close_notify(const php_netstream_data_t* socket, const sched::TlsMemory& tls);

// tls_write.cpp

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count);

// What was taken, and is still to be sent. One try:
enum class Sent { All, Later, Failed };
Sent try_taken(php_stream* stream);

// The same for who does not write: that the connection is broken is for a write to say.
Sent try_taken_quietly(php_stream* stream);

// As a write would, with its waits.
void finish_taken(php_stream* stream);

// At the end of what is written: one try, without a wait; in a small send buffer the kernel makes room for it. What
// does not go then is given up.
void send_last(php_stream* stream);

// Before a fork, of all streams, since neither process would know whose they are then: as far as there can be made
// room.
void send_taken_before_fork();

// lazy_handshake.cpp: a stream whose handshake is still to come. They do that first.

ssize_t pending_read(php_stream* stream, char* buffer, size_t count);
ssize_t pending_write(php_stream* stream, const char* buffer, size_t count);

// What a handshake that has not ended would go on with, a renegotiation too: a client's first words, where none has
// begun.
sched::Wants handshake_wants(const php_stream* stream);

// handshake.cpp

// Sets ext/openssl up for a handshake, maybe with what another stream has to share. False where that failed; it has not
// always been warned of.
bool set_up_tls(php_stream* stream, int method, php_stream* session = nullptr);

// As PHP_STREAM_OPTION_CRYPTO_API has it.
int set_up_tls(php_stream* stream, php_stream_xport_crypto_param* param);

enum class Handshake { Done, WouldBlock, TimedOut, Failed };

// The handshake that ext/openssl was set up for; one step of it where `wait` is false. Ends, too, when user code within
// it closes the stream, or the listener that accepts it. Of Failed ext/openssl has warned, unless the peer just left;
// of TimedOut nobody has.
Handshake run_handshake(php_stream* stream, base::Deadline deadline, bool wait, const php_stream* listener = nullptr);

// When a handshake gives up that has no other deadline: ext/openssl's rule.
base::Deadline handshake_deadline(php_stream* stream);

// crypto_option.cpp: PHP_STREAM_OPTION_CRYPTO_API.
int set_crypto(php_stream* stream, php_stream_xport_crypto_param* param);

// tls_transports.cpp: ssl:// and the like, whose connections begin with a handshake.

// The method, with the client's bit; 0: they begin in plain.
int first_method(php_stream* stream);

// The end of a listen, an accept or a connect. Each returns the operation's `returncode`.
int listen_tls(php_stream* listener, php_stream_xport_param* param);
int accept_tls(php_stream* listener, php_stream* client, php_stream_xport_param* param, base::Deadline deadline);
int connect_tls(php_stream* stream, php_stream_xport_param* param, base::Deadline deadline);

} // namespace uvstream::stream
