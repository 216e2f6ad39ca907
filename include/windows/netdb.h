#pragma once

#include "posix_sockets.h"
