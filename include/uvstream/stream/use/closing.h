#pragma once

#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/use/used_streams.h"
#include "uvstream/zend/php_api.h"

// The end of a stream that is closed while somebody uses it. Operations on it fail from then on, waits on it are
// cancelled, and it is freed when nobody uses it any more. That is not when the last operation has ended: the C code
// above it goes on with the stream's buffer until PHP's function has returned. So the strand that was the last to use
// it frees it, at a safe point at which its own call stack no longer has the stream. Other strands' safe points leave
// it alone.
namespace uvstream::stream {

// From now on it is closing. `resource` is the script's handle of it, which is kept where none is known yet; or null.
void mark_closing(UsedStream& its, zend_resource* resource);

bool is_closing(const php_stream* stream);

// The same for who has its descriptor's entry.
inline bool is_closing(const Descriptor& its, const php_stream* stream) {
    return its.may_be_closing && is_closing(stream);
}

// Nobody uses it any more: it goes to the running strand's list.
void free_soon(UsedStream& its);

// At the end of a function of PHP's that has waited or warned: at the next safe point, if there is anything to free.
void free_closing_soon();

// At the engine's safe points, with the frame that the engine gives its hook.
void free_closing_streams(zend_execute_data* frame);

// Before PHP frees a stream of ours. C code that closes its own (mysqlnd, phpredis) may do it while other strands are
// parked in its operations: they are cancelled, and the caller waits until the last of them has left; they run on until
// they wait for something else, and so are done with the stream. A strand does not wait for itself: within its own
// handlers PHP frees nothing that it uses. Where it may not switch it does not wait either.
void await_other_users(php_stream* stream);

// PHP frees it now, or nobody uses it any more and it is not closing: what is remembered of it is void.
void forget_use(const php_stream* stream);
void forget_use(UsedStream& its);

// At module start-up: what is still closing when the request's resources are closed goes first. Not at our request
// shut-down: session handlers run after it.
void register_closing_streams(int module_number);

} // namespace uvstream::stream
