#pragma once

namespace uvstream::base {

// Keeps our code in memory until the process ends: PHP unloads a module before that, and one that came by dl() with its
// request. For what holds on to a function of ours and cannot be taken back. False where it cannot be had.
bool stay_loaded();

} // namespace uvstream::base
