#pragma once

#include <string_view>

#include "uvstream/base/result.h"
#include "uvstream/zend/php_api.h"

// The only place that makes texts and raises errors. Functions that report a failure return the value that the caller
// returns, so that `return fail_…(…)` is the natural spelling.
namespace uvstream::zend {

// The text of an error: the system's own for an errno, ours for what failed before any system call.
// `subject` is the address as the script gave it.
zend_string* error_text(const base::Error& error, std::string_view subject);

// The number that a script sees: the errno, or 0 when no system call on the socket failed.
int error_code(const base::Error& error);

// A transport operation failed: fills the error code and, where wanted, the text, with `hint` in parentheses behind it.
// A name that did not resolve is warned about as well, as in stock. Returns -1.
int fail_operation(php_stream_xport_param* param, const base::Error& error, std::string_view subject,
                   const char* hint = nullptr);

// As above, for an option in the context that cannot be used: the text is the caller's, the code 0. Returns -1.
int fail_option(php_stream_xport_param* param, zend_string* text);

// Such texts: what an option must be, and what it is instead.
zend_string* option_text(const char* name, const char* expected, const zval* given);
// PHP 8.6's text, with the type of what is given, if that is not null, behind it.
zend_string* range_text(const char* name, zend_long least, zend_long most, const zval* given);
zend_string* unknown_option_text(const zend_string* name);

// An option of the kind that stock takes anything for.
void warn_option(const char* name, const char* expected, const zval* given);

// fwrite() failed: stock's notice, unless the stream says to suppress it. Returns -1.
ssize_t fail_write(php_stream* stream, size_t count, int error);

// stream_socket_sendto() failed: stock's warning. Returns -1.
int fail_send(php_stream* stream, int error);

// The context's bindto: stock warns and connects from the default address. Without a fault it is just no address.
void warn_bindto_invalid(std::string_view text, const base::Error& error);
void warn_bindto_failed(const char* host, int port, int error);

// stream_socket_server() failed: stock's warning, whose shape scripts parse.
void warn_server_failed(const char* address, const zend_string* text);

// stream_socket_accept() failed: stock's warning.
void warn_accept_failed(php_stream* server, const zend_string* text);

// stream_socket_enable_crypto() on a stream that a wait is under way on.
void warn_busy_for_crypto(php_stream* stream);

// TLS is to begin on a stream that has unread bytes, sent in plain.
void warn_early_bytes(php_stream* stream, size_t count);

// stream_socket_get_crypto_status() on a stream that cannot have TLS: PHP 8.6's warning.
void warn_no_crypto();

// A handshake took too long: ext/openssl's warning.
void warn_handshake_timed_out(php_stream* stream);

// A connection of ssl:// and the like has no TLS: ext/openssl's warning.
void warn_crypto_failed(php_stream* stream);

// A transport operation failed: the code and the text, which may be null, are the caller's. Returns -1.
int fail_with_text(php_stream_xport_param* param, int error, zend_string* text);

// User code that runs within a handshake begins an operation on its stream. Returns -1.
ssize_t refuse_within_handshake(php_stream* stream);

// stream_socket_sendto() and stream_socket_recvfrom() would go past TLS. Return -1.
int refuse_send_past_tls(php_stream* stream);
int refuse_receive_past_tls(php_stream* stream);

// stream_select() failed: stock's warning, which event loops look for.
void warn_select_failed(int error, int highest_descriptor);

// stream_select()'s arguments: ValueErrors.
void throw_no_streams();
void throw_must_be_null(uint32_t argument, const char* null_argument);
void throw_negative(uint32_t argument);

// uvstream.schedule in php.ini has a value that it cannot have.
void warn_bad_schedule(std::string_view value);

// uvstream.dump_signal and uvstream.slow_ms, the same.
void warn_bad_signal(std::string_view value);
void warn_signal_taken(int signal);
void warn_bad_slow_ms(std::string_view value);
void warn_bad_park_libraries(std::string_view value);

// To the error log, or, without one, to where the SAPI logs: no handler of the script's sees it.
void log_text(const char* text);

// A float argument is NAN or infinite: ValueError.
void throw_not_finite(uint32_t argument);

} // namespace uvstream::zend
