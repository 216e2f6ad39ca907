#pragma once

namespace uvstream::php {

// The table of `php --ri uvstream` and of phpinfo(), without the settings: what was built, and what is so now. Makes
// nothing, no event loop either.
void print_info();

} // namespace uvstream::php
