#include "uvstream/stream/context_options.h"

#include <climits>
#include <cstring>

#include "uvstream/stream/ops_tables.h"

namespace uvstream::stream {

namespace {

// Reads whole-number options and remembers the first that is out of its range.
class NumberReader {
  public:
    explicit NumberReader(php_stream* stream) : stream_(stream) {}

    void read(const char* name, zend_long least, zend_long most, std::optional<int>& into, bool null_is_unset) {
        zval* const value = context_option(stream_, "socket", name);
        if (value == nullptr || wrong_ != nullptr || (null_is_unset && Z_TYPE_P(value) == IS_NULL)) return;
        const zend_long number = zval_get_long(value);
        if (number < least || number > most) {
            wrong_ = strpprintf(0, "%s context option must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT, name,
                                least, most);
            return;
        }
        into = static_cast<int>(number);
    }
    zend_string* wrong() const { return wrong_; }

  private:
    php_stream* stream_;
    zend_string* wrong_ = nullptr;
};

#ifdef __linux__
constexpr zend_long kMostKeepSeconds = 32767, kMostKeepProbes = 127; // the kernel's own limits
#else
constexpr zend_long kMostKeepSeconds = INT_MAX, kMostKeepProbes = INT_MAX;
#endif
constexpr zend_long kMostLinger = 65535;

int clamp(zend_long number, zend_long least, zend_long most) {
    return static_cast<int>(number < least ? least : number > most ? most : number);
}

// Most streams have the default context, with nothing in it.
bool has_options(php_stream* stream) {
    const php_stream_context* const context = PHP_STREAM_CONTEXT(stream);
    return context != nullptr && zend_hash_num_elements(Z_ARRVAL(context->options)) > 0;
}

} // namespace

// Looked up anew each time: turning an option into a number may run an error handler that changes the context.
zval* context_option(php_stream* stream, const char* wrapper, const char* name) {
    if (!has_options(stream)) return nullptr;
    zval* value = php_stream_context_get_option(PHP_STREAM_CONTEXT(stream), wrapper, name);
    if (value != nullptr) ZVAL_DEREF(value);
    return value;
}

bool is_set(php_stream* stream, const char* name) {
    zval* const value = context_option(stream, "socket", name);
    return value != nullptr && zend_is_true(value);
}

bool wants_close_on_exec(php_stream* stream) {
    zval* const value = context_option(stream, "uvstream", "cloexec");
    return value == nullptr || Z_TYPE_P(value) == IS_NULL || zend_is_true(value);
}

namespace {

bool is_text(const zval* value, const char* text) {
    return Z_TYPE_P(value) == IS_STRING && zend_string_equals_cstr(Z_STR_P(value), text, strlen(text));
}

// The text of what is wrong, or null.
zend_string* check_handshake(php_stream* stream) {
    const zval* const value = context_option(stream, "uvstream", "handshake");
    if (value == nullptr || Z_TYPE_P(value) == IS_NULL || is_text(value, "lazy") || is_text(value, "eager"))
        return nullptr;
    return zend_string_init(ZEND_STRL("handshake context option must be \"eager\" or \"lazy\""), 0);
}

} // namespace

bool wants_lazy_handshake(php_stream* stream) {
    const zval* const value = context_option(stream, "uvstream", "handshake");
    return value != nullptr && is_text(value, "lazy");
}

int read_backlog(php_stream* stream, int from_context) {
    return context_option(stream, "socket", "backlog") != nullptr ? from_context : SOMAXCONN;
}

zend_string* read_socket_options(php_stream* stream, net::SocketOptions& options) {
    if (!has_options(stream)) return nullptr;
    options.close_on_exec = wants_close_on_exec(stream);
    if (context_option(stream, "socket", "so_reuseaddr") != nullptr) {
        options.reuse_address = is_set(stream, "so_reuseaddr");
    }
    options.reuse_port = is_set(stream, "so_reuseport");
    options.broadcast = is_set(stream, "so_broadcast");
    options.no_delay = is_set(stream, "tcp_nodelay");
    options.keep_alive = is_set(stream, "so_keepalive");
    if (zval* const value = context_option(stream, "socket", "ipv6_v6only"); value && Z_TYPE_P(value) != IS_NULL) {
        options.v6_only = zend_is_true(value) != 0;
    }
    if (zval* const value = context_option(stream, "socket", "so_linger")) {
        options.linger = clamp(zval_get_long(value), 0, kMostLinger);
    }
    NumberReader numbers(stream);
    if (ops_of(stream).kind == Kind::Tcp) {
        numbers.read("tcp_keepidle", 1, kMostKeepSeconds, options.keep_idle, true);
        numbers.read("tcp_keepintvl", 1, kMostKeepSeconds, options.keep_interval, true);
        numbers.read("tcp_keepcnt", 1, kMostKeepProbes, options.keep_count, true);
    }
    numbers.read("so_rcvbuf", 1, INT_MAX, options.receive_buffer, false);
    numbers.read("so_sndbuf", 1, INT_MAX, options.send_buffer, false);
    return numbers.wrong() != nullptr ? numbers.wrong() : check_handshake(stream);
}

} // namespace uvstream::stream
