#include "uvstream/libraries/socket_calls.h"

#include <algorithm>
#include <cstring>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/socket_wait.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/tries.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

using net::Tries;

ssize_t (*recv_real)(int fd, void* to, size_t size, int flags) = nullptr;
ssize_t (*recvfrom_real)(int fd, void* to, size_t size, int flags, sockaddr* from, socklen_t* length) = nullptr;
ssize_t (*recvmsg_real)(int fd, msghdr* message, int flags) = nullptr;
ssize_t (*read_real)(int fd, void* to, size_t size) = nullptr;
ssize_t (*send_real)(int fd, const void* data, size_t size, int flags) = nullptr;
ssize_t (*sendto_real)(int fd, const void* data, size_t size, int flags, const sockaddr* to,
                       socklen_t length) = nullptr;
ssize_t (*sendmsg_real)(int fd, const msghdr* message, int flags) = nullptr;
ssize_t (*write_real)(int fd, const void* data, size_t size) = nullptr;

namespace {

// Out-of-band data cannot be waited for by readiness to read; the kernel does not wait for it either.
CallingThread* to_receive_in(int fd, int flags) {
#ifdef MSG_ERRQUEUE
    constexpr int kErrors = MSG_ERRQUEUE; // waited for by nothing, either
#else
    constexpr int kErrors = 0;
#endif
    return (flags & (MSG_DONTWAIT | MSG_OOB | kErrors)) == 0 ? to_park_on(fd) : nullptr;
}
CallingThread* to_send_in(int fd, int flags) { return (flags & MSG_DONTWAIT) == 0 ? to_park_on(fd) : nullptr; }

// For read(2) and write(2). (What is no socket waits as ever: PHP may have ext/sockets built in, and then it is all of
// PHP's reads and writes.)
CallingThread* to_park_on_socket(int fd) {
    CallingThread* const thread = to_park_on(fd);
    return thread != nullptr && net::type_of(fd) != 0 ? thread : nullptr;
}

// What is behind the first `done` bytes of a message.
class Rest {
  public:
    explicit Rest(const msghdr& message)
        : message_(message), pieces_(static_cast<iovec*>(safe_emalloc(message.msg_iovlen, sizeof(iovec), 0))) {
        std::copy_n(message.msg_iov, message.msg_iovlen, pieces_);
        message_.msg_iov = pieces_;
    }
    ~Rest() { efree(pieces_); } // (jumped past by a fatal error: it is the request's memory)
    Rest(const Rest&) = delete;
    Rest& operator=(const Rest&) = delete;

    msghdr* get() { return &message_; }
    size_t size() const {
        const iovec* const end = message_.msg_iov + message_.msg_iovlen; // (the number's type differs by C library)
        size_t all = 0;
        for (const iovec* piece = message_.msg_iov; piece != end; ++piece) all += piece->iov_len;
        return all;
    }
    void advance(size_t done) {
        for (; done > 0; ++message_.msg_iov, --message_.msg_iovlen) {
            iovec& first = *message_.msg_iov;
            if (done < first.iov_len) {
                first = {static_cast<char*>(first.iov_base) + done, first.iov_len - done};
                return;
            }
            done -= first.iov_len;
        }
        message_.msg_control = nullptr; // it went with the first bytes
        message_.msg_controllen = 0;
    }

  private:
    msghdr message_;
    iovec* pieces_;
};

// Until there is something: call() returns what one try has taken.
template <class Call> ssize_t receive_some(CallingThread& thread, int fd, Call call) {
    SocketWait wait(thread, Tries::Reads, fd);
    while (wait.next()) {
        const ssize_t got = call();
        if (got >= 0) return wait.succeed(got);
        wait.fail();
    }
    return wait.give_up();
}

// MSG_WAITALL on a connection: until there is all of it, or its end, or an error after some of it.
template <class Call> ssize_t receive_all(CallingThread& thread, int fd, size_t size, bool peeks, Call call) {
    SocketWait wait(thread, Tries::Reads, fd);
    size_t done = 0;
    while (wait.next()) {
        const ssize_t got = call(peeks ? 0 : done);
        if (got < 0) {
            wait.fail();
            continue;
        }
        done = static_cast<size_t>(got) + (peeks ? 0 : done);
        if (got == 0 || done >= size) return wait.succeed(static_cast<ssize_t>(done));
        if (!peeks) {
            wait.advance();
            continue;
        }
        errno = EAGAIN; // it stays readable: Tries pauses before it looks again
        wait.fail();
    }
    return done > 0 ? wait.succeed(static_cast<ssize_t>(done)) : wait.give_up();
}

// call(done) has one try at what comes behind so many bytes.
template <class Call> ssize_t receive(CallingThread& thread, int fd, size_t size, int flags, Call call) {
    const bool is_all_wanted = (flags & MSG_WAITALL) != 0 && net::type_of(fd) == SOCK_STREAM;
    if (!is_all_wanted) return receive_some(thread, fd, [&] { return call(size_t{0}); });
    return receive_all(thread, fd, size, (flags & MSG_PEEK) != 0, call);
}

// All of it, or an error; one after some of it is the next call's.
template <class Call> ssize_t send_all(CallingThread& thread, int fd, size_t size, Call call) {
    SocketWait wait(thread, Tries::Writes, fd);
    size_t done = 0;
    while (wait.next()) {
        const ssize_t sent = call(done);
        if (sent < 0) {
            wait.fail();
            continue;
        }
        done += static_cast<size_t>(sent);
        if (sent == 0 || done >= size) return wait.succeed(static_cast<ssize_t>(done)); // (a datagram goes whole)
        wait.advance();
    }
    return done > 0 ? wait.succeed(static_cast<ssize_t>(done)) : wait.give_up();
}

} // namespace

ssize_t recv_parking(int fd, void* to, size_t size, int flags) {
    CallingThread* const thread = to_receive_in(fd, flags);
    if (thread == nullptr) return recv_real(fd, to, size, flags);
    return receive(*thread, fd, size, flags, [=](size_t done) {
        return recv_real(fd, static_cast<char*>(to) + done, size - done, flags | MSG_DONTWAIT);
    });
}

ssize_t recv_telling(int fd, void* to, size_t size, int flags) {
    const ssize_t got = recv_real(fd, to, size, flags);
    CallingThread* const thread = got >= 0 && (flags & MSG_PEEK) == 0 ? CallingThread::current() : nullptr;
    if (thread != nullptr) thread->scheduler.pass_on_reading(fd);
    return got;
}

ssize_t recvfrom_parking(int fd, void* to, size_t size, int flags, sockaddr* from, socklen_t* length) {
    CallingThread* const thread = to_receive_in(fd, flags);
    if (thread == nullptr) return recvfrom_real(fd, to, size, flags, from, length);
    const socklen_t room = length != nullptr ? *length : 0;
    return receive(*thread, fd, size, flags, [=](size_t done) {
        if (length != nullptr) *length = room;
        return recvfrom_real(fd, static_cast<char*>(to) + done, size - done, flags | MSG_DONTWAIT, from, length);
    });
}

// What it writes to the message is as it was before each try. PHP warns of each error of this one: beside an exception
// it has received nothing.
ssize_t recvmsg_parking(int fd, msghdr* message, int flags) {
    CallingThread* const thread = to_receive_in(fd, flags);
    if (thread == nullptr) return recvmsg_real(fd, message, flags);
    const msghdr before = *message;
    const ssize_t got = receive_some(*thread, fd, [&] {
        *message = before;
        return recvmsg_real(fd, message, flags | MSG_DONTWAIT);
    });
    if (got >= 0 || EG(exception) == nullptr) return got;
    message->msg_namelen = 0;
    message->msg_controllen = 0;
    message->msg_flags = 0;
    return 0;
}

ssize_t read_parking(int fd, void* to, size_t size) {
    CallingThread* const thread = to_park_on_socket(fd);
    if (thread == nullptr) return read_real(fd, to, size);
    return receive_some(*thread, fd, [=] { return ::recv(fd, to, size, MSG_DONTWAIT); });
}

ssize_t send_parking(int fd, const void* data, size_t size, int flags) {
    CallingThread* const thread = to_send_in(fd, flags);
    if (thread == nullptr) return send_real(fd, data, size, flags);
    return send_all(*thread, fd, size, [=](size_t done) {
        return send_real(fd, static_cast<const char*>(data) + done, size - done, flags | MSG_DONTWAIT);
    });
}

ssize_t sendto_parking(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length) {
    CallingThread* const thread = to_send_in(fd, flags);
    if (thread == nullptr) return sendto_real(fd, data, size, flags, to, length);
    return send_all(*thread, fd, size, [=](size_t done) {
        const char* const rest = static_cast<const char*>(data) + done;
        return sendto_real(fd, rest, size - done, flags | MSG_DONTWAIT, to, length);
    });
}

ssize_t sendmsg_parking(int fd, const msghdr* message, int flags) {
    CallingThread* const thread = to_send_in(fd, flags);
    if (thread == nullptr) return sendmsg_real(fd, message, flags);
    Rest rest(*message);
    return send_all(*thread, fd, rest.size(), [&](size_t) {
        const ssize_t sent = sendmsg_real(fd, rest.get(), flags | MSG_DONTWAIT);
        if (sent > 0) rest.advance(static_cast<size_t>(sent));
        return sent;
    });
}

ssize_t write_parking(int fd, const void* data, size_t size) {
    CallingThread* const thread = to_park_on_socket(fd);
    if (thread == nullptr) return write_real(fd, data, size);
    return send_all(*thread, fd, size, [=](size_t done) {
        return ::send(fd, static_cast<const char*>(data) + done, size - done, MSG_DONTWAIT);
    });
}

} // namespace uvstream::libraries
