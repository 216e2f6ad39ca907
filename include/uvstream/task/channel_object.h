#pragma once

#include "uvstream/task/channel.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\Channel.
Channel& channel_of(zend_object* object);

// At module start-up, once the class is registered.
void prepare_channel_class();

} // namespace uvstream::task
