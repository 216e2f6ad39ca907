#pragma once

#include <cstdint>

// What a fallible function of the PHP-free layers returns. No text and no allocation: zend/report makes the text, once.
namespace uvstream::base {

// What is wrong with an address.
enum class Fault : int {
    NulByte,             // the text holds a NUL byte
    PathNulByte,         // a NUL byte inside a path in the file system
    NoPort,              // no colon and port behind the host
    OpenBracket,         // "[" without "]"
    NoPortBehindBracket, // "]" without ":" and a port
    BadPort,             // the port is not a number from 0 to 65535
    BareIpv6,            // an IPv6 address without its brackets
    UnknownZone,         // no interface has the name behind "%"
};

// The operation that failed. It says what Error::code means: a Fault for Parse, an EAI_ code for Resolve,
// Wait is a wait that ended before its event: ETIMEDOUT, EINTR (a signal), ECANCELED (user code threw or closed it).
enum class Op : uint8_t {
    None,
    Parse,
    Resolve,
    Path,
    Socket,
    Option,
    Bind,
    Listen,
    Accept,
    Connect,
    Send,
    Receive,
    Wait
};

struct Error {
    Op op = Op::None;
    int code = 0;
};

inline Error fault(Fault what) { return {Op::Parse, static_cast<int>(what)}; }

template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : value_(value) {}
    Result(Error error) : error_(error) {}

    bool ok() const { return error_.op == Op::None; }
    const T& value() const { return value_; }
    const Error& error() const { return error_; }

  private:
    T value_{};
    Error error_{};
};

// The result of a function that has nothing to give but success.
template <> class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(error) {}

    bool ok() const { return error_.op == Op::None; }
    const Error& error() const { return error_; }

  private:
    Error error_{};
};

} // namespace uvstream::base
