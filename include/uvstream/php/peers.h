#pragma once

#include <string>

namespace uvstream::php {

// Gives the text to each bin/uvstream-ps that waits for it: at a socket in a folder in /tmp whose name has our number,
// that is this user's, and that nobody else may enter. So only who may send us signals gets it, and whoever else makes
// such a folder, or a link in its place, gets nothing. `parts`: so many threads will each give one.
void answer_peers(const std::string& text, unsigned parts);

} // namespace uvstream::php
