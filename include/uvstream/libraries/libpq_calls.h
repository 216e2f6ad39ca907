#pragma once

#include "uvstream/libraries/import_slots.h"

namespace uvstream::libraries {

// libpq's functions, as PHP's extensions call them, that send, receive, or change what is said on a connection: one
// strand at a time calls one, see ConnectionTurns. libpq would take what comes for another strand's query as the answer
// of its own, or free the connection in which another one waits. Who may not wait in line gets a failure.
Imports libpq_calls();

} // namespace uvstream::libraries
