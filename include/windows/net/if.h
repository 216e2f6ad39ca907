#pragma once

#include "../posix_sockets.h"
#include <netioapi.h>
