#pragma once

#include "uvstream/zend/compat.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// While other strands run, which are not to see the exception that is on its way in this one. It comes back as it was:
// nothing of this strand runs meanwhile. (Where user code of its own does, which may throw: ExceptionAside.)
class HiddenException {
  public:
    HiddenException()
        : exception_(EG(exception)), aside_(exchange_exception_aside(nullptr)), opline_(EG(opline_before_exception)) {
        EG(exception) = nullptr;
    }
    ~HiddenException() {
        EG(exception) = exception_;
        exchange_exception_aside(aside_);
        EG(opline_before_exception) = opline_;
    }
    HiddenException(const HiddenException&) = delete;
    HiddenException& operator=(const HiddenException&) = delete;

  private:
    zend_object *exception_, *aside_;
    const zend_op* opline_;
};

} // namespace uvstream::zend
