#pragma once

#include <string>

namespace uvstream::net {

// What a wait for the descriptor is for, in words for people: " to read tcp://10.0.0.5:5432".
void describe_wait(std::string& text, int fd, bool reads, bool writes);

} // namespace uvstream::net
