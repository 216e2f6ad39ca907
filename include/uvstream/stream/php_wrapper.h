#pragma once

namespace uvstream::stream {

// A socket that php:// opens (php://stdin, php://fd/3, STDIN) becomes ours. PHP's wrapper has its place back at module
// shut-down, if that is still ours.
void take_over_php_wrapper();
void give_back_php_wrapper();

} // namespace uvstream::stream
