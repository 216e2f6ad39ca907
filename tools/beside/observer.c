// An extension for tools/run_beside observer: sees each call of the script's begin and end, on each stack, as profilers
// and tracers do, and says on standard error where that is not in order.
#include "php.h"
#include "zend_fibers.h"
#include "zend_observer.h"

typedef struct {
    zend_execute_data** calls;
    size_t count, size;
} Stack;

static HashTable stacks; // by the address of their context
static zend_ulong seen;  // calls that have ended in order

static void free_stack(zval* value) {
    Stack* stack = Z_PTR_P(value);
    free(stack->calls);
    free(stack);
}

static Stack* stack_of(const zend_fiber_context* context) {
    zend_ulong key = (zend_ulong)(uintptr_t)context;
    Stack* stack = zend_hash_index_find_ptr(&stacks, key);
    if (stack == NULL) {
        stack = calloc(1, sizeof(Stack));
        zend_hash_index_add_new_ptr(&stacks, key, stack);
    }
    return stack;
}

static void begin(zend_execute_data* call) {
    Stack* stack = stack_of(EG(current_fiber_context));
    if (stack->count == stack->size) {
        stack->size = stack->size * 2 + 16;
        stack->calls = realloc(stack->calls, stack->size * sizeof(*stack->calls));
    }
    stack->calls[stack->count++] = call;
}

static void end(zend_execute_data* call, zval* result) {
    (void)result;
    Stack* stack = stack_of(EG(current_fiber_context));
    if (stack->count > 0 && stack->calls[stack->count - 1] == call) {
        --stack->count;
        ++seen;
    } else {
        fprintf(stderr, "observer: a call ends that is not the innermost on its stack\n");
    }
}

static zend_observer_fcall_handlers observe(zend_execute_data* call) {
    (void)call;
    zend_observer_fcall_handlers handlers = {begin, end};
    return handlers;
}

static void begin_fiber(zend_fiber_context* context) {
    Stack* stack = stack_of(context);
    if (stack->count > 0) fprintf(stderr, "observer: a Fiber begins where another one has not ended\n");
}

static void switch_fiber(zend_fiber_context* from, zend_fiber_context* to) {
    if (from != EG(current_fiber_context)) fprintf(stderr, "observer: a switch from what does not run\n");
    if (from == to) fprintf(stderr, "observer: a switch to itself\n");
}

// (After a fatal error its calls have not ended.)
static void end_fiber(zend_fiber_context* context) { zend_hash_index_del(&stacks, (zend_ulong)(uintptr_t)context); }

ZEND_BEGIN_ARG_INFO_EX(no_arguments, 0, 0, 0)
ZEND_END_ARG_INFO()

static ZEND_FUNCTION(observed_calls) {
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_LONG((zend_long)seen);
}

static const zend_function_entry functions[] = {ZEND_FE(observed_calls, no_arguments) ZEND_FE_END};

static PHP_MINIT_FUNCTION(observer) {
    (void)type, (void)module_number;
    zend_hash_init(&stacks, 8, NULL, free_stack, 1);
    zend_observer_fcall_register(observe);
    zend_observer_fiber_init_register(begin_fiber);
    zend_observer_fiber_switch_register(switch_fiber);
    zend_observer_fiber_destroy_register(end_fiber);
    return SUCCESS;
}

static PHP_RSHUTDOWN_FUNCTION(observer) {
    (void)type, (void)module_number;
    zend_hash_clean(&stacks);
    return SUCCESS;
}

zend_module_entry observer_module_entry = {
    STANDARD_MODULE_HEADER,  "observer", functions,      PHP_MINIT(observer),        NULL, NULL,
    PHP_RSHUTDOWN(observer), NULL,       NO_VERSION_YET, STANDARD_MODULE_PROPERTIES,
};
ZEND_GET_MODULE(observer)
