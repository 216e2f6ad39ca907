#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {
struct CallingThread;
} // namespace uvstream::libraries
namespace uvstream::stream {
struct State;
} // namespace uvstream::stream
namespace uvstream::task {
class Tasks;
} // namespace uvstream::task

// What a thread of PHP has of ours: settings, and the objects of the layers above, which alone know what is in them.
ZEND_BEGIN_MODULE_GLOBALS(uvstream)
bool enable;
uint64_t schedule_seed; // of the order in which ready strands run; 0: that in which they were woken
int dump_signal;        // by which somebody asks for a dump in the log; 0: none
int64_t slow_us;        // a strand that keeps the thread for so long is warned of; 0: none
uvstream::stream::State* state;
uvstream::task::Tasks* tasks;
uvstream::libraries::CallingThread* calls;
#ifdef ZTS
HashTable* persistent_list; // the thread's, once it has made a request
#endif
ZEND_END_MODULE_GLOBALS(uvstream)

extern ZEND_DECLARE_MODULE_GLOBALS(uvstream)

#define UVSTREAM_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(uvstream, v)
