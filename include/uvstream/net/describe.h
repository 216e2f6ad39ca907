#pragma once

#include <string>

#include "uvstream/sched/event.h"

namespace uvstream::net {

// What a wait for a descriptor is for, in words for people: " to read tcp://10.0.0.5:5432".
void describe_wait(std::string& text, const sched::Event& event, bool speaks_tls);

} // namespace uvstream::net
