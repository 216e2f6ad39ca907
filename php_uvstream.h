// PHP's own build looks here for the module of an extension that is linked into it, by the name phpext_uvstream_ptr.
#include "include/php_uvstream.h"
