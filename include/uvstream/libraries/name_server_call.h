#pragma once

#include <netinet/in.h>
#include <resolv.h>

namespace uvstream::libraries {

// In the place of res_nsearch(3), by which PHP asks for DNS records: a thread asks.
int res_nsearch_parking(res_state state, const char* name, int its_class, int type, unsigned char* answer, int size);
extern int (*res_nsearch_real)(res_state state, const char* name, int its_class, int type, unsigned char* answer,
                               int size);

} // namespace uvstream::libraries
