#pragma once

#include <netinet/in.h>
#include <resolv.h>

#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

// In the place of that by which PHP asks for DNS records, res_nsearch(3), or res_search(3) where the C library has no
// other (musl): a thread asks.
#ifdef HAVE_RES_NSEARCH
int res_nsearch_parking(res_state state, const char* name, int its_class, int type, unsigned char* answer, int size);
extern int (*res_nsearch_real)(res_state state, const char* name, int its_class, int type, unsigned char* answer,
                               int size);
#else
int res_search_parking(const char* name, int its_class, int type, unsigned char* answer, int size);
extern int (*res_search_real)(const char* name, int its_class, int type, unsigned char* answer, int size);
#endif

} // namespace uvstream::libraries
