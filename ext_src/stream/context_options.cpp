#include "uvstream/stream/context_options.h"

#include <climits>
#include <cstring>

#include "uvstream/stream/ops_tables.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

bool is_number(const zval* value) {
    return Z_TYPE_P(value) < IS_STRING ||
           (Z_TYPE_P(value) == IS_STRING &&
            is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), nullptr, nullptr, false) != 0);
}

// Stock makes a number of anything, or a bool: so do we, but not of nonsense without a word.
void want_number(php_stream* stream, const char* name) {
    const zval* const value = context_option(stream, "socket", name);
    if (value != nullptr && !is_number(value)) zend::warn_option(name, "a number", value);
}
void want_bool(php_stream* stream, const char* name) {
    const zval* const value = context_option(stream, "socket", name);
    if (value != nullptr && Z_TYPE_P(value) > IS_STRING) zend::warn_option(name, "a bool", value);
}

// Reads whole-number options and remembers the first that is out of its range.
class NumberReader {
  public:
    explicit NumberReader(php_stream* stream) : stream_(stream) {}

    void read(const char* name, zend_long least, zend_long most, std::optional<int>& into, bool null_is_unset) {
        zval* const value = context_option(stream_, "socket", name);
        if (value == nullptr || wrong_ != nullptr || (null_is_unset && Z_TYPE_P(value) == IS_NULL)) return;
        const bool is_sound = is_number(value);
        const zend_long number = is_sound ? zval_get_long(value) : 0;
        if (!is_sound || number < least || number > most) {
            const bool is_other_type = !is_sound || Z_TYPE_P(value) < IS_LONG;
            wrong_ = zend::range_text(name, least, most, is_other_type ? value : nullptr);
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

bool is_bool(const zval* value) {
    return Z_TYPE_P(value) <= IS_LONG || is_text(value, "") || is_text(value, "0") || is_text(value, "1");
}

// What is wrong with one of "uvstream", or null.
zend_string* check_own_option(const zend_string* name, const zval* value) {
    ZVAL_DEREF(value);
    if (zend_string_equals_literal(name, "cloexec")) {
        return is_bool(value) ? nullptr : zend::option_text("cloexec", "a bool", value);
    }
    if (!zend_string_equals_literal(name, "handshake")) return zend::unknown_option_text(name);
    const bool is_known = Z_TYPE_P(value) == IS_NULL || is_text(value, "lazy") || is_text(value, "eager");
    return is_known ? nullptr : zend::option_text("handshake", "\"eager\" or \"lazy\"", value);
}

// The first of "uvstream" that is wrong, or null. What nobody else reads may be an error.
zend_string* check_own_options(php_stream* stream) {
    const HashTable* const all = Z_ARRVAL(PHP_STREAM_CONTEXT(stream)->options);
    const zval* const own = zend_hash_str_find(all, ZEND_STRL("uvstream"));
    if (own == nullptr) return nullptr;
    zend_string* name;
    zend_string* wrong = nullptr;
    ZEND_HASH_FOREACH_STR_KEY(Z_ARRVAL_P(own), name) {
        if (wrong == nullptr && name != nullptr) wrong = check_own_option(name, zend_hash_find(Z_ARRVAL_P(own), name));
    }
    ZEND_HASH_FOREACH_END();
    return wrong;
}

} // namespace

bool wants_lazy_handshake(php_stream* stream) {
    const zval* const value = context_option(stream, "uvstream", "handshake");
    return value != nullptr && is_text(value, "lazy");
}

// (The system cuts it to what it allows; SOMAXCONN is less with musl.)
int read_backlog(php_stream* stream, int from_context) {
    return context_option(stream, "socket", "backlog") != nullptr ? from_context : INT_MAX;
}

zend_string* read_socket_options(php_stream* stream, net::SocketOptions& options) {
    if (!has_options(stream)) return nullptr;
    if (zend_string* const wrong = check_own_options(stream)) return wrong;
    for (const char* const name : {"so_reuseaddr", "so_keepalive"}) want_bool(stream, name);
    for (const char* const name : {"backlog", "so_linger"}) want_number(stream, name);
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
    return numbers.wrong();
}

} // namespace uvstream::stream
