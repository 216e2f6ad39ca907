#include "uvstream/task/engine_state.h"

#include <tuple>

#include "uvstream/task/engine_parts.h"

namespace uvstream::task {

struct EngineState::Parts {
    std::tuple<HandlerStacks, ErrorThrowing, Sorting, Serializing, Loading, Tokens, Opening, ProcessClosing,
               StreamOperations, Soap, SignalIgnored>
        all;
};

namespace {

template <class... Part> bool are_at_rest(const std::tuple<Part...>*) { return (Part::is_at_rest() && ...); }

// Moves, and leaves none.
void move_handler(zval& from, zval& to) {
    if (Z_TYPE(from) == IS_UNDEF) return;
    ZVAL_COPY_VALUE(&to, &from);
    ZVAL_UNDEF(&from);
}

void drop_handler(zval& handler) {
    zval dropped;
    ZVAL_UNDEF(&dropped);
    move_handler(handler, dropped);
    zval_ptr_dtor(&dropped);
}

} // namespace

void EngineState::leave() {
    move_handler(EG(user_error_handler), error_handler_);
    move_handler(EG(user_exception_handler), exception_handler_);
    xml_loading_.take();
    error_mask_ = EG(user_error_handler_error_reporting); // (Of a handler that runs now, too: the engine has it aside.)
    if (!are_at_rest(static_cast<decltype(Parts::all)*>(nullptr))) take_parts();
    output_.leave();
}

void EngineState::enter() {
    move_handler(error_handler_, EG(user_error_handler));
    move_handler(exception_handler_, EG(user_exception_handler));
    xml_loading_.put();
    EG(user_error_handler_error_reporting) = error_mask_;
    if (taken_ != 0) put_parts();
    output_.enter();
}

void EngineState::take_parts() {
    if (parts_ == nullptr) parts_ = new Parts;
    const auto take = [this](auto&... part) {
        uint32_t bit = 1;
        const auto take_one = [this, &bit](auto& one) {
            if (!one.is_at_rest()) {
                one.take();
                taken_ |= bit;
            }
            bit <<= 1;
        };
        (take_one(part), ...);
    };
    std::apply(take, parts_->all);
}

void EngineState::put_parts() {
    const auto put = [this](auto&... part) {
        uint32_t bit = 1;
        const auto put_one = [this, &bit](auto& one) {
            if ((taken_ & bit) != 0) one.put();
            bit <<= 1;
        };
        (put_one(part), ...);
    };
    std::apply(put, parts_->all);
    taken_ = 0;
}

void EngineState::inherit() {
    if (Z_TYPE(EG(user_error_handler)) != IS_UNDEF) ZVAL_COPY(&error_handler_, &EG(user_error_handler));
    if (Z_TYPE(EG(user_exception_handler)) != IS_UNDEF) ZVAL_COPY(&exception_handler_, &EG(user_exception_handler));
    error_mask_ = EG(user_error_handler_error_reporting);
    xml_loading_.copy_current();
    output_.begin();
}

void EngineState::drop() {
    drop_handler(EG(user_error_handler));
    drop_handler(EG(user_exception_handler));
    xml_loading_.take();
    xml_loading_.drop();
    HandlerStacks::drop();
    Tokens::drop();
    leave_for_good();
}

void EngineState::drop_inherited() {
    drop_handler(error_handler_);
    drop_handler(exception_handler_);
    xml_loading_.drop();
}

void EngineState::leave_for_good() {
    // (What is left is somebody's who did not come back to it; it is memory of the request.)
    leave();
    output_.enter(); // back, and nobody's
    forget();
}

void EngineState::forget() {
    output_.forget();
    ZVAL_UNDEF(&error_handler_);
    ZVAL_UNDEF(&exception_handler_);
    xml_loading_.forget();
    taken_ = 0;
    delete parts_;
    parts_ = nullptr;
}

} // namespace uvstream::task
