#pragma once

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// What the last operation on a non-blocking stream would have had to wait for: by PHP 8.6's rule nothing, where it gave
// what had come before.
void set_wants(const php_stream* stream, TlsMemory& tls, Wants wants);
Wants wants_of(const php_stream* stream);

// Before an operation, which is to find that out anew.
void forget_wants(TlsMemory& tls);

// A read or write that may not wait ends: what its caller is to wait for before the next one. With `its_own`, what the
// operation does itself, it may differ: a read that has to write first.
void come_back_for(const php_stream* stream, TlsMemory& tls, Wants wants, Wants its_own);

} // namespace uvstream::stream
