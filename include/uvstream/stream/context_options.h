#pragma once

#include "uvstream/net/open_socket.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The option of the stream's context, or null.
zval* context_option(php_stream* stream, const char* wrapper, const char* name);

// Whether the option is there and true by PHP's rules; unknown types are not errors, as in stock.
bool is_set(php_stream* stream, const char* name);

// Reads "socket" and "uvstream" from the stream's context. Names, rules and messages are PHP 8.6's, on every version.
// Returns null, or the text of what is wrong (to be released by the caller).
zend_string* read_socket_options(php_stream* stream, net::SocketOptions& options);

// Only what an accept needs, which runs for each connection.
bool wants_close_on_exec(php_stream* stream);

// "uvstream" => ["handshake" => "lazy"].
bool wants_lazy_handshake(php_stream* stream);

// listen()'s backlog: as many as the system allows unless the context says otherwise; then PHP has read it already.
int read_backlog(php_stream* stream, int from_context);

} // namespace uvstream::stream
