#pragma once

#include "uvstream/task/body.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Where a strand is, and what it waits for, in words for people. To be released.
zend_string* whereabouts(const Body& body);

// The same of all that wait, one in a line: {main}, if it is the head, and the tasks as they were spawned.
zend_string* deadlock_report(const Body& head);

} // namespace uvstream::task
