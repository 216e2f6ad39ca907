#include "uvstream/zend/report.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <netdb.h>
#include <sys/un.h>
#include <syslog.h>

#include "uvstream/zend/compat.h"

namespace uvstream::zend {

using base::Error;
using base::Fault;
using base::Op;

namespace {

// The text with what cannot be seen in it written as in PHP's source: a newline is "\n". The caller releases it.
zend_string* visible(std::string_view text) {
    return php_addcslashes_str(text.data(), text.size(), ZEND_STRL("\0..\37\177"));
}

// What comes behind stock's words, which say that there is something wrong, and with which text.
const char* reason(Fault fault) {
    switch (fault) {
    case Fault::NulByte:
    case Fault::PathNulByte: return "it must not contain null bytes";
    case Fault::NoPort: return "a port must follow the host, as in \"host:80\"";
    case Fault::OpenBracket: return "the bracket is not closed";
    case Fault::NoPortBehindBracket: return "a port must follow the bracket, as in \"[::1]:80\"";
    case Fault::BadPort: return "the port must be a number from 0 to 65535";
    case Fault::BareIpv6: return "an IPv6 address goes in square brackets";
    case Fault::UnknownZone: return "no network interface has this zone";
    }
    return "";
}

zend_string* parse_text(Fault fault, const char* shown) {
    switch (fault) {
    case Fault::NulByte: return zend_string_init(ZEND_STRL("The hostname must not contain null bytes"), 0);
    case Fault::PathNulByte: return zend_string_init(ZEND_STRL("The socket path must not contain null bytes"), 0);
    default: break;
    }
    const bool has_bracket =
        fault == Fault::OpenBracket || fault == Fault::NoPortBehindBracket || fault == Fault::UnknownZone;
    // Of next to no address stock's words say it all; php-src's own tests compare them.
    const bool is_clear = strlen(shown) < 3 && (fault == Fault::OpenBracket || fault == Fault::NoPort);
    return strpprintf(0, "Failed to parse %saddress \"%s\"%s%s", has_bracket ? "IPv6 " : "", shown,
                      is_clear ? "" : ": ", is_clear ? "" : reason(fault));
}

// It says the same of an abstract name: the NUL byte in front takes the room of the one behind a path.
zend_string* path_text(int error) {
    return strpprintf(0, "%s (the path of a socket has at most %zu bytes)", strerror(error),
                      sizeof(sockaddr_un::sun_path) - 1);
}

zend_string* resolve_text(int eai, const char* shown) {
    return strpprintf(0, "php_network_getaddresses: getaddrinfo for %s failed: %s", shown, gai_strerror(eai));
}

// Nothing is said on top of an exception: of a handler, or of a task that was cancelled.
bool is_to_warn() { return EG(exception) == nullptr; }

zend_string* with_hint(zend_string* text, const char* hint) {
    zend_string* const both = strpprintf(0, "%s (%s)", ZSTR_VAL(text), hint);
    zend_string_release(text);
    return both;
}

// A message shows the beginning of what is long.
constexpr size_t kMostShown = 100;
const char* dots_after(const zend_string* text) { return ZSTR_LEN(text) > kMostShown ? "..." : ""; }
zend_string* shown_of(const zend_string* text) {
    return visible({ZSTR_VAL(text), std::min(ZSTR_LEN(text), kMostShown)});
}

} // namespace

zend_string* error_text(const Error& error, std::string_view subject) {
    if (error.op == Op::Path) return path_text(error.code);
    if (error.op != Op::Parse && error.op != Op::Resolve) return php_socket_error_str(error.code);
    zend_string* const shown = visible(subject);
    zend_string* const text = error.op == Op::Parse ? parse_text(static_cast<Fault>(error.code), ZSTR_VAL(shown))
                                                    : resolve_text(error.code, ZSTR_VAL(shown));
    zend_string_release(shown);
    return text;
}

int error_code(const Error& error) { return error.op == Op::Parse || error.op == Op::Resolve ? 0 : error.code; }

int fail_operation(php_stream_xport_param* param, const Error& error, std::string_view subject, const char* hint) {
    param->outputs.error_code = error_code(error);
    if (!param->want_errortext && error.op != Op::Resolve) return -1;
    zend_string* text = error_text(error, subject);
    if (hint != nullptr) text = with_hint(text, hint);
    // The text is handed over first: a script's error handler may not return from the warning.
    if (param->want_errortext) param->outputs.error_text = text;
    if (error.op == Op::Resolve && is_to_warn()) php_error_docref(nullptr, E_WARNING, "%s", ZSTR_VAL(text));
    if (!param->want_errortext) zend_string_release(text);
    return -1;
}

int fail_with_text(php_stream_xport_param* param, int error, zend_string* text) {
    param->outputs.error_code = error;
    if (param->want_errortext) {
        param->outputs.error_text = text;
    } else if (text != nullptr) {
        zend_string_release(text);
    }
    return -1;
}

int fail_option(php_stream_xport_param* param, zend_string* text) { return fail_with_text(param, 0, text); }

// The value of a text, the type of anything else.
zend_string* option_text(const char* name, const char* expected, const zval* given) {
    if (Z_TYPE_P(given) != IS_STRING) {
        return strpprintf(0, "%s context option must be %s, %s given", name, expected, zend_zval_type_name(given));
    }
    zend_string* const shown = shown_of(Z_STR_P(given));
    zend_string* const text = strpprintf(0, "%s context option must be %s, \"%s%s\" given", name, expected,
                                         ZSTR_VAL(shown), dots_after(Z_STR_P(given)));
    zend_string_release(shown);
    return text;
}

zend_string* range_text(const char* name, zend_long least, zend_long most, const zval* given) {
    return strpprintf(0, "%s context option must be between " ZEND_LONG_FMT " and " ZEND_LONG_FMT "%s%s%s", name, least,
                      most, given != nullptr ? ", " : "", given != nullptr ? zend_zval_type_name(given) : "",
                      given != nullptr ? " given" : "");
}

zend_string* unknown_option_text(const zend_string* name) {
    zend_string* const shown = shown_of(name);
    zend_string* const text =
        strpprintf(0, "uvstream context option \"%s%s\" is unknown: there are \"cloexec\" and \"handshake\"",
                   ZSTR_VAL(shown), dots_after(name));
    zend_string_release(shown);
    return text;
}

void warn_option(const char* name, const char* expected, const zval* given) {
    zend_string* const text = option_text(name, expected, given); // the request's, if a handler ends it
    php_error_docref(nullptr, E_WARNING, "%s", ZSTR_VAL(text));
    zend_string_release(text);
}

ssize_t fail_write(php_stream* stream, size_t count, int error) {
    if ((stream->flags & PHP_STREAM_FLAG_SUPPRESS_ERRORS) == 0) {
        UVSTREAM_SEND_NOTICE(stream, "Send of %zu bytes failed with errno=%d %s", count, error, strerror(error));
    }
    return -1;
}

int fail_send(php_stream* stream, int error) {
    (void)stream;
    UVSTREAM_SEND_WARNING(stream, strerror(error));
    return -1;
}

void warn_bindto_invalid(std::string_view text, const Error& error) {
    zend_string* const shown = visible(text);
    const bool is_parse = error.op == Op::Parse;
    php_error_docref(nullptr, E_WARNING, "Invalid IP Address: %s%s%s", ZSTR_VAL(shown), is_parse ? ": " : "",
                     is_parse ? reason(static_cast<Fault>(error.code)) : "");
    zend_string_release(shown);
}

void warn_bindto_failed(const char* host, int port, int error) {
    php_error_docref(nullptr, E_WARNING, "Failed to bind to '%s:%d', system said: %s", host, port, strerror(error));
}

void warn_server_failed(const char* address, const zend_string* text) {
    if (!is_to_warn()) return;
    php_error_docref(nullptr, E_WARNING, "Unable to connect to %s (%s)", address,
                     text != nullptr ? ZSTR_VAL(text) : "Unknown error");
}

void warn_accept_failed(php_stream* server, const zend_string* text) {
    (void)server;
    if (!is_to_warn()) return;
    UVSTREAM_ACCEPT_WARNING(server, text != nullptr ? ZSTR_VAL(text) : "Unknown error");
}

void warn_busy_for_crypto(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, Generic, "Cannot switch crypto while another operation waits on the stream");
}

void warn_early_bytes(php_stream* stream, size_t count) {
    char text[100];
    snprintf(text, sizeof(text), "Cannot enable crypto: %zu byte%s came before the handshake, now dropped", count,
             count == 1 ? "" : "s");
    UVSTREAM_STREAM_WARNING(stream, ProtocolError, text);
}

void warn_no_crypto() { php_error_docref("streams.crypto", E_WARNING, "This stream does not support SSL/crypto"); }

void warn_handshake_timed_out(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, TimeOut, "SSL: Handshake timed out");
}

void warn_crypto_failed(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, ProtocolError, "Failed to enable crypto");
}

ssize_t refuse_within_handshake(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, Generic, "Cannot use the stream while a TLS handshake waits on it");
    return -1;
}

int refuse_send_past_tls(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, NetworkSendFailed, "A TLS stream does not send past its encryption: use fwrite()");
    return -1;
}

int refuse_receive_past_tls(php_stream* stream) {
    UVSTREAM_STREAM_WARNING(stream, NetworkRecvFailed,
                            "A TLS stream does not receive past its encryption: use fread()");
    return -1;
}

void warn_select_failed(int error, int highest_descriptor) {
    if (!is_to_warn()) return;
    php_error_docref(nullptr, E_WARNING, "Unable to select [%d]: %s (max_fd=%d)", error, strerror(error),
                     highest_descriptor);
}

void throw_no_streams() { zend_value_error("No stream arrays were passed"); }

void throw_must_be_null(uint32_t argument, const char* null_argument) {
    zend_argument_value_error(argument, "must be null when %s is null", null_argument);
}

void throw_negative(uint32_t argument) { zend_argument_value_error(argument, "must be greater than or equal to 0"); }

void throw_not_finite(uint32_t argument) { zend_argument_value_error(argument, "must be a finite value"); }

void warn_bad_schedule(std::string_view value) {
    php_error_docref(nullptr, E_WARNING, "uvstream.schedule must be \"order\" or \"random:SEED\", \"%.*s\" given",
                     static_cast<int>(value.size()), value.data());
}

void warn_bad_signal(std::string_view value) {
    php_error_docref(nullptr, E_WARNING,
                     "uvstream.dump_signal must be the name or number of a signal that can be handled, \"%.*s\" given",
                     static_cast<int>(value.size()), value.data());
}

void warn_signal_taken(int signal) {
    php_error_docref(nullptr, E_WARNING, "uvstream.dump_signal is off: something else handles signal %d already",
                     signal);
}

void warn_bad_slow_ms(std::string_view value) {
    php_error_docref(nullptr, E_WARNING,
                     "uvstream.slow_ms must be a number of milliseconds, from 1 on, or 0, \"%.*s\" given",
                     static_cast<int>(value.size()), value.data());
}

void warn_bad_park_libraries(std::string_view value) {
    php_error_docref(
        nullptr, E_WARNING,
        "uvstream.park_libraries must be names of libraries with commas between them, as \"libcurl,libpq\", "
        "or empty, \"%.*s\" given",
        static_cast<int>(value.size()), value.data());
}

void log_text(const char* text) { php_log_err_with_severity(text, LOG_WARNING); }

} // namespace uvstream::zend
