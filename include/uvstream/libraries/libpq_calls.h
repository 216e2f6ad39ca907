#pragma once

#include "uvstream/libraries/import_slots.h"

namespace uvstream::sched {
struct Strand;
} // namespace uvstream::sched

namespace uvstream::libraries {

struct CallingThread;

// libpq's functions, as PHP's extensions call them, that send, receive, or change what is said on a connection: one
// strand at a time calls one, see ConnectionTurns. libpq would take what comes for another strand's query as the answer
// of its own, or free the connection in which another one waits. Who may not wait in line gets a failure.
Imports libpq_calls();

// A strand will not run again that may be in one. `breaks`: nor will its answer be of use, for which PHP would wait
// when it frees what it has of the connection. (In a fork's child the connection is the parent's.)
void give_up_libpq_calls(CallingThread& thread, const sched::Strand& strand, bool breaks);

} // namespace uvstream::libraries
