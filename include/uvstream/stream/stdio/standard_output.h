#pragma once

namespace uvstream::stream {

// What a script's own code prints (echo, print, text outside of the tags), on the command line and with no output
// buffer around it: parks where a pipe or a terminal takes no more. It is a wait as fwrite(STDOUT) is, and in the same
// line.
//
// Not what PHP's own functions print: var_dump() marks what it is within, and ob_flush() has its buffer off the stack
// meanwhile. Nor a fatal error's text: no code of the script's runs after that.
void take_over_output();
void give_back_output();

} // namespace uvstream::stream
