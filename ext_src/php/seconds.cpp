#include "uvstream/php/seconds.h"

#include <cmath>

#include "uvstream/zend/report.h"

namespace uvstream::php {

bool check_seconds(double seconds, uint32_t argument) {
    if (std::isfinite(seconds) && seconds >= 0) return true;
    if (std::isfinite(seconds)) {
        zend::throw_negative(argument);
    } else {
        zend::throw_not_finite(argument);
    }
    return false;
}

} // namespace uvstream::php
