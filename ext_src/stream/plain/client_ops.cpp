#include "uvstream/stream/plain/client_ops.h"

#include <cerrno>
#include <string_view>

#include <netinet/in.h>
#include <unistd.h>

#include "uvstream/address/endpoint.h"
#include "uvstream/address/socket_address.h"
#include "uvstream/base/deadline.h"
#include "uvstream/base/result.h"
#include "uvstream/net/connector.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/context_options.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/tls/tls_transports.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

using address::AddressList;
using address::SocketAddress;
using base::Error;
using base::Op;

constexpr const char* kNoPathHint = "the path is empty";

// Of a warning about the context: nobody will have the connection, and a wait for it would hold up all tasks.
constexpr Error kHandlerThrew{Op::Wait, ECANCELED};

// The context's bindto, "ip:port": the address to connect from. Text and port for the messages.
struct Source {
    char host[INET6_ADDRSTRLEN + 1] = {};
    uint16_t port = 0;
    bool is_wanted = false;
    bool is_any = false; // "0": any address, only the port is chosen

    void read(std::string_view text) {
        const auto endpoint = address::parse_endpoint(text);
        is_wanted = endpoint.ok() && endpoint.value().host.size() < sizeof(host);
        if (!is_wanted) {
            // Not used, as in stock; which says nothing where there is no "ip:port" at all.
            if (!is_formless(endpoint.error())) zend::warn_bindto_invalid(text, endpoint.error());
            return;
        }
        memcpy(host, endpoint.value().host.data(), endpoint.value().host.size());
        port = endpoint.value().port;
        is_any = strcmp(host, "0") == 0;
        if (is_any && port == 0) is_wanted = false;
    }
    static bool is_formless(const Error& error) {
        const auto fault = static_cast<base::Fault>(error.code);
        return error.op == Op::Parse && (fault == base::Fault::NoPort || fault == base::Fault::OpenBracket ||
                                         fault == base::Fault::NoPortBehindBracket);
    }
    bool is_v6() const { return strchr(host, ':') != nullptr; }
    // An IPv4 source cannot reach an IPv6 target: such targets are passed over.
    bool rules_out(const SocketAddress& target) const {
        return is_wanted && !is_any && !is_v6() && target.family() == AF_INET6;
    }
};

void bind_source(int fd, const Source& source, const SocketAddress& target) {
    // An IPv6 source is of no use to an IPv4 target; stock leaves it out without a word.
    if (!source.is_wanted || (source.is_v6() && target.family() == AF_INET)) return;
#ifdef IP_BIND_ADDRESS_NO_PORT
    const int on = 1;
    setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof(on));
#endif
    const char* const any = target.family() == AF_INET6 ? "::" : "0.0.0.0";
    const auto local = address::parse_numeric(source.is_any ? any : source.host, source.port);
    if (!local.ok() || !local.value()) {
        zend::warn_bindto_invalid(source.host, local.error());
    } else if (bind(fd, local.value()->data(), local.value()->length) != 0) {
        zend::warn_bindto_failed(source.host, source.port, errno);
    }
}

struct Attempt {
    php_stream* stream;
    const sched::Waiter& waiter;
    const net::SocketOptions& options;
    base::Deadline deadline;
    int64_t timeout_us;
    bool asynchronous;
};

// A look-up counts in the timeout; but where there is none to count in, because nobody waits for the connection, stock
// looks names up all the same.
base::Deadline lookup_deadline(const Attempt& attempt) {
    if (!attempt.asynchronous && attempt.timeout_us != 0) return attempt.deadline;
    return base::Deadline::after_us(default_timeout_us());
}

// One address: a socket, connected or under way. The stream owns the descriptor while it waits, so that a fatal error
// in a signal handler does not lose it.
base::Result<bool> try_address(const Attempt& attempt, const SocketAddress& target, const Source& source) {
    const auto fd = net::open_socket(target.family(), ops_of(attempt.stream).socket_type(), net::Role::Client, true,
                                     attempt.options);
    if (!fd.ok()) return fd.error();
    auto* socket = socket_of(attempt.stream);
    socket->socket = fd.value();
    opened(fd.value());
    bind_source(fd.value(), source, target);

    base::Result<bool> connected = kHandlerThrew;
    if (EG(exception) == nullptr) {
        connected = net::connect_to(attempt.waiter, fd.value(), target, attempt.deadline, attempt.asynchronous);
    }
    if (connected.ok()) {
        if (!attempt.asynchronous) net::set_blocking(fd.value(), true);
        return connected;
    }
    closing(fd.value());
    close(fd.value());
    socket->socket = -1;
    return connected;
}

// The transport's return code: 0 connected, 1 under way.
int succeed(php_stream_xport_param* param, bool is_connected) {
    param->outputs.error_code = is_connected ? 0 : EINPROGRESS;
    return is_connected ? 0 : 1;
}

int connect_path(const Attempt& attempt, php_stream_xport_param* param, std::string_view path) {
    const auto to = address::parse_unix_path(path);
    if (!to.ok()) return zend::fail_operation(param, to.error(), path);
    const auto connected = try_address(attempt, to.value(), {});
    if (connected.ok()) return succeed(param, connected.value());
    return zend::fail_operation(param, connected.error(), path, path.empty() ? kNoPathHint : nullptr);
}

int read_source(php_stream* stream, php_stream_xport_param* param, Source& source) {
    zval* const bindto = context_option(stream, "socket", "bindto");
    if (bindto == nullptr) return 0;
    if (Z_TYPE_P(bindto) != IS_STRING) {
        return zend::fail_option(param, zend_string_init(ZEND_STRL("local_addr context option is not a string."), 0));
    }
    source.read({Z_STRVAL_P(bindto), Z_STRLEN_P(bindto)});
    return EG(exception) ? zend::fail_operation(param, kHandlerThrew, {}) : 0;
}

int connect_endpoint(const Attempt& attempt, php_stream_xport_param* param, std::string_view text) {
    const auto endpoint = address::parse_endpoint(text);
    if (!endpoint.ok()) return zend::fail_operation(param, endpoint.error(), text);
    Source source;
    if (read_source(attempt.stream, param, source) != 0) return -1;
    AddressList targets;
    const auto resolved = net::resolve(attempt.waiter, endpoint.value().host, endpoint.value().port,
                                       ops_of(attempt.stream).socket_type(), lookup_deadline(attempt), targets);
    if (!resolved.ok()) {
        const bool is_parse = resolved.error().op == Op::Parse;
        return zend::fail_operation(param, resolved.error(), is_parse ? text : endpoint.value().host);
    }
    Error last{Op::Connect, EAFNOSUPPORT}; // nothing was tried: bindto rules every target out
    for (const SocketAddress& target : targets) {
        if (source.rules_out(target)) continue;
        const auto connected = try_address(attempt, target, source);
        if (connected.ok()) return succeed(param, connected.value());
        last = connected.error();
        if (last.op == Op::Wait || attempt.deadline.passed()) break;
    }
    return zend::fail_operation(param, last, text);
}

int connect(php_stream* stream, php_stream_xport_param* param) {
    net::SocketOptions options;
    if (zend_string* const wrong = read_socket_options(stream, options)) return zend::fail_option(param, wrong);
    if (EG(exception)) return zend::fail_operation(param, kHandlerThrew, {});
    const int64_t timeout = timeout_us(param->inputs.timeout);
    const Waits waits(stream);
    const Attempt attempt{stream,  waits.waiter(),
                          options, base::Deadline::after_us(timeout),
                          timeout, param->op == php_stream_xport_param::STREAM_XPORT_OP_CONNECT_ASYNC};
    const std::string_view text(param->inputs.name, param->inputs.namelen);
    if (ops_of(stream).is_unix()) return connect_path(attempt, param, text);
    const int connected = connect_endpoint(attempt, param, text);
    if (connected < 0) return connected;
    const int64_t limit = timeout > 0 ? timeout : -1; // to ext/openssl 0 is none
    descriptor(socket_of(stream)->socket).client_timeout_us = limit;
    if (first_method(stream) == 0) return connected;
    // A connect that nobody waits for has no deadline to share.
    const bool has_waited = !attempt.asynchronous && timeout != 0;
    return connect_tls(stream, param, has_waited ? attempt.deadline : base::Deadline::after_us(limit));
}

// The exception says it all.
void hush_warning() {
    Hush& hush = notes().hush;
    if (!hush.is_expected || hush.is_on) return;
    hush = {true, true, EG(error_reporting)};
    EG(error_reporting) = 0;
}

} // namespace

int connect_client(php_stream* stream, php_stream_xport_param* param) {
    const int connected = connect(stream, param);
    if (connected < 0 && EG(exception)) hush_warning();
    return connected;
}

} // namespace uvstream::stream
