#pragma once

// The only door to PHP's headers. config.h comes first: it decides whether get_module() exists.
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#pragma GCC system_header // PHP's headers are not ours to warn about

#include <string> // it calls functions of the C library that PHP's headers have macros for

extern "C" {
#include "php.h"

#include "SAPI.h"
#include "ext/standard/basic_functions.h"
#include "ext/standard/file.h"
#include "ext/standard/info.h"
#include "ext/standard/php_string.h"
#include "ext/standard/streamsfuncs.h"
#include "ext/spl/spl_exceptions.h"
#include "ext/spl/spl_iterators.h"
#include "php_ini.h"
#include "php_network.h"
#include "php_streams.h"
#include "zend_closures.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_fibers.h"
#include "zend_interfaces.h"
#include "zend_observer.h"
#include "zend_signal.h"
#include "zend_smart_str.h"
#include "zend_weakrefs.h"
}

#if defined(ZTS) && defined(COMPILE_DL_UVSTREAM)
extern "C" {
ZEND_TSRMLS_CACHE_EXTERN()
}
#endif
