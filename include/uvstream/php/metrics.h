#pragma once

#include <string>

namespace uvstream::php {

// What Uvstream\stats() has, and what the strands wait for, in OpenMetrics text or, if not `is_open`, in Prometheus'
// own format before that.
void append_metrics(std::string& text, bool is_open);

} // namespace uvstream::php
